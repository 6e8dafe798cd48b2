# A school's server as a process of its own, on a PostgreSQL of its own, for tests. Sourced after person.sh, with
# $tactus_server set.
programs=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
[ -n "$programs" ] || { echo "PostgreSQL is missing: see engine/install_packages.sh server" >&2; exit 77; }
school=$(mktemp -d /tmp/tactus-school-XXXXXX) # short: a socket's path has room for 107 letters
database=""
serving=""

as_postgres() { # PostgreSQL refuses to run as root
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

end_school() {
    [ -z "$serving" ] || kill "$serving" 2>/dev/null || true
    [ -z "$database" ] || as_postgres "$programs/pg_ctl" -D "$school/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$school"
}
trap 'end_school; cleanup' EXIT

# school_says SQL: what the owner of the tables sees, past all policies.
school_says() {
    psql -h "$school" -U tactus_owner -d tactus -Atc "$1"
}

# start_database: with the tables, an instructor "Dr. Low" and a station "Room 1", whose token is in $token.
start_database() {
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$school"; fi
    as_postgres "$programs/initdb" -D "$school/data" -U tactus_owner --auth=trust -E UTF8 --locale=C.UTF-8 >/dev/null
    as_postgres "$programs/pg_ctl" -D "$school/data" -l "$school/log" -w \
        -o "-k '$school' -c listen_addresses=''" start >/dev/null
    database="host=$school dbname=tactus"
    createdb -h "$school" -U tactus_owner tactus
    "$tactus_server" migrate --database "$database user=tactus_owner" >/dev/null
    echo 'correct horse battery' | "$tactus_server" user add 'Dr. Low' --role instructor --password-file - \
        --database "$database user=tactus_owner"
    token=$("$tactus_server" station add 'Room 1' --desk --database "$database user=tactus_owner" |
        sed -n 's/^token of Room 1: //p')
    [ -n "$token" ] || fail "the station has no token"
}

# start_server: on the port of the time before, or on a free one; its address is in $address.
start_server() {
    : >"$out/server.txt"
    "$tactus_server" serve --database "$database user=tactus_app" --port "${port:-0}" >"$out/server.txt" 2>&1 &
    serving=$!
    waited=0
    until port=$(sed -n 's/.*http:\/\/127\.0\.0\.1:\([0-9]*\).*/\1/p' "$out/server.txt" | head -n 1) && [ -n "$port" ]; do
        [ $waited -lt 100 ] || fail "the server did not start"
        waited=$((waited + 1))
        sleep 0.1
    done
    address="http://127.0.0.1:$port"
}

stop_server() {
    kill "$serving"
    wait "$serving" 2>/dev/null || true
    serving=""
}

# log_in: as the instructor; $teacher is the token.
log_in() {
    teacher=$(curl -sf "$address/v1/login" -d '{"name": "Dr. Low", "password": "correct horse battery"}' |
        sed -n 's/.*"token":"\([^"]*\)".*/\1/p')
    [ -n "$teacher" ] || fail "the instructor cannot log in"
}

# wall: what the page of the wall asks for.
wall() {
    curl -sf "$address/v1/live" -H "Authorization: Bearer $teacher"
}
