#!/bin/sh
# A school's server with one command on a bare machine: installs what is missing, builds, makes a PostgreSQL of its
# own in a data folder (no port, nothing else of the machine is touched), makes or updates the tables, makes the
# administrator once, and serves with one worker beside it until it is interrupted.
#   sh sim/server/run.sh [--data FOLDER] [--lan] [other arguments go to `tactus-server serve`]
#   sh sim/server/run.sh --owner URL --app URL --worker URL ...    with a PostgreSQL that is there already: as the
#                                                                  owner of the tables, as tactus_app, tactus_worker
#   sh sim/server/run.sh --data FOLDER --admin station add "Room 1"   any command of `tactus-server` on the same database
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
build="$root/build/server"
if [ "$(id -u)" -eq 0 ]; then data=/var/lib/tactus-school; else data="${XDG_DATA_HOME:-$HOME/.local/share}/tactus-school"; fi
owner="" app="" worker="" admin=no lan=""
while [ $# -gt 0 ]; do
    case "$1" in
    --data) data=$2; shift 2 ;;
    --owner) owner=$2; shift 2 ;;
    --app) app=$2; shift 2 ;;
    --worker) worker=$2; shift 2 ;;
    --lan) lan="--host 0.0.0.0"; shift ;;
    --admin) admin=yes; shift; break ;;
    *) break ;;
    esac
done

sh "$root/engine/install_packages.sh" server
mkdir -p "$root/build"
log="$root/build/server.log"
quietly() { # what a build says matters only when it fails
    "$@" >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}
if [ ! -f "$build/build.ninja" ]; then
    quietly cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTACTUS_ENGINE=OFF -DTACTUS_TESTS=OFF -DTACTUS_SERVER=ON
fi
echo "Building what is missing..." >&2
quietly ninja -C "$build" tactus-server
server="$build/sim/tactus-server"

started=no
if [ -z "$owner" ]; then
    programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
    as_postgres() { # PostgreSQL refuses to run as root
        if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
    }
    mkdir -p "$data"
    data=$(CDPATH='' cd -- "$data" && pwd)
    chmod 700 "$data" # its sockets ask for no password: who may enter this folder is the owner
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$data"; fi
    if [ ! -f "$data/database/PG_VERSION" ]; then
        as_postgres "$programs/initdb" -D "$data/database" -U tactus_owner --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
    fi
    if ! as_postgres "$programs/pg_ctl" -D "$data/database" status >/dev/null; then
        as_postgres "$programs/pg_ctl" -D "$data/database" -l "$data/database.log" -w \
            -o "-k '$data' -c listen_addresses=''" start >/dev/null
        started=yes
    fi
    owner="host=$data dbname=tactus user=tactus_owner"
    app="host=$data dbname=tactus user=tactus_app"
    worker="host=$data dbname=tactus user=tactus_worker"
    psql -h "$data" -U tactus_owner -d postgres -Atc "select 1 from pg_database where datname = 'tactus'" | grep -q 1 ||
        createdb -h "$data" -U tactus_owner tactus
fi
stop_database() { # only one that was started here
    if [ "$started" = yes ]; then as_postgres "$programs/pg_ctl" -D "$data/database" -m fast stop >/dev/null; fi
}
if [ "$admin" = yes ]; then
    code=0
    TACTUS_DATABASE=$owner "$server" "$@" || code=$?
    stop_database
    exit "$code"
fi

"$server" migrate --database "$owner" >&2
if ! "$server" list --database "$owner" | grep -q '^admin'; then
    "$server" user add admin --role admin --database "$owner" # prints the password, this once
fi
"$server" worker --database "$worker" >&2 &
working=$!
serving=""
finish() {
    trap - INT TERM EXIT
    kill "$working" ${serving:+"$serving"} 2>/dev/null || true
    wait
    stop_database
}
trap finish INT TERM EXIT
# shellcheck disable=SC2086 # two words or none
"$server" serve --database "$app" $lan "$@" &
serving=$!
wait "$serving"
