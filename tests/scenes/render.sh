#!/bin/sh
# Renders every picture of pictures.txt without a window:
#   sh tests/scenes/render.sh OUT_FOLDER [low|medium|high]
set -eu
out=${1:?usage: render.sh OUT_FOLDER [TIER]}
tier=${2:-high}
root=$(cd "$(dirname "$0")/../.." && pwd)
tactus=${TACTUS:-$root/build/release/engine/tactus}
mkdir -p "$out/data"
sed -e '/^#/d' -e '/^$/d' -e 's/ .*//' "$root/tests/scenes/pictures.txt" | while read -r scene; do
    [ "$scene" != client-ID ] || scene=client-$(basename "$(find "$root/assets/clients" -name '*.toml' | sort | head -n 1)" .toml)
    "$tactus" --screenshot "$out/$scene.png" --scene "$scene" --tier "$tier" --setting half --data "$out/data"
done
