#!/bin/sh
# Installs the Debian packages that Tactus is built from, only those that dpkg says are missing.
#   sh engine/install_packages.sh            to build and run
#   sh engine/install_packages.sh server     what a school's server is built from and runs with
#   sh engine/install_packages.sh tests      and to test
#   sh engine/install_packages.sh packages   and to make Debian packages
# The names are those of Debian 12, Debian 13 and Ubuntu 24.04.
set -eu

packages="g++ cmake ninja-build pkg-config
  libglm-dev libbullet-dev libzstd-dev libsodium-dev libxxhash-dev libsqlitecpp-dev
  libcpp-httplib-dev libcli11-dev nlohmann-json3-dev libtomlplusplus-dev
  libvulkan-dev mesa-vulkan-drivers glslang-tools libglfw3-dev libimgui-dev libstb-dev libpng-dev
  libasio-dev librtmidi-dev libjack-jackd2-dev libxi-dev libxrandr-dev libopenal-dev
  libsystemd-dev libqrencode-dev gettext
  fonts-inter"
server_packages="libpqxx-dev libssl-dev postgresql"
if [ "${1:-}" = server ]; then # without a screen
    packages="g++ cmake ninja-build pkg-config
  libglm-dev libbullet-dev libzstd-dev libsodium-dev libxxhash-dev libsqlitecpp-dev
  libcpp-httplib-dev libcli11-dev nlohmann-json3-dev libtomlplusplus-dev $server_packages"
elif [ "${1:-}" = tests ]; then
    packages="$packages $server_packages doctest-dev vulkan-validationlayers xvfb xdotool xclip openbox socat curl faketime sqlite3
  jackd2 xserver-xorg-core xserver-xorg-dev xserver-xorg-video-dummy
  desktop-file-utils appstream scdoc"
elif [ "${1:-}" = packages ]; then
    packages="$packages $server_packages desktop-file-utils appstream scdoc lintian dpkg-dev"
fi

missing=""
for package in $packages; do
    state=$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null || true)
    case "$state" in
    ii*) ;;
    *) missing="$missing $package" ;;
    esac
done
[ -n "$missing" ] || exit 0

echo "Installing:$missing" >&2
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif command -v sudo >/dev/null 2>&1; then
    as_root="sudo"
else
    echo "engine/install_packages.sh: packages are missing and this is neither root nor is sudo here; as root run: apt-get install$missing" >&2
    exit 1
fi
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2
# shellcheck disable=SC2086 # one word a package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2
