#!/bin/sh
# Builds the Debian packages into build/package and checks them: lintian, desktop entry, metainfo.
#   sh assets/packaging/make_debs.sh
# Then, for a station: apt install ./build/package/tactus_*.deb ./build/package/tactus-data_*.deb ./build/package/tactus-sim_*.deb
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build="$root/build/package"
sh "$root/engine/install_packages.sh" packages

# The same sources give the same packages: every date in them is the changelog's.
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l "$root/assets/packaging/debian/changelog" -STimestamp)
export SOURCE_DATE_EPOCH
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON -DCMAKE_INSTALL_PREFIX=/usr \
    -DTACTUS_TESTS=OFF -DTACTUS_SERVER=ON -DTACTUS_PACKAGES=ON >/dev/null
cmake --build "$build"
rm -f "$build"/*.deb
(cd "$build" && cpack --config CPackConfig.cmake >cpack.log) || { cat "$build/cpack.log" >&2; exit 1; }

sh "$root/assets/packaging/check.sh" "$build/engine/tactus" "$build/sim/tactus-sim" "$build/sim/tactus-server"
lintian --fail-on error,warning "$build"/*.deb
ls -l "$build"/*.deb
