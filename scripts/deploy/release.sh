# Makes a release where a site is served, in one conversation: run with `sh -c`, here or over ssh.
#
#   release.sh DIR NAME|back DAYS KEEP FOLDER...
#
# It says "ready WAS" (the release that is online, or nothing), and whoever asked fills releases/.incoming-NAME. On the line "switch" that becomes
# releases/NAME, and the link `current` leads to it from one moment to the next; "online NAME" is the answer. Without that line, as when the
# connection is cut, everything stays as it was. `back` instead of a name takes the release before, and needs nothing filled.
# What lies in the FOLDERs has a hash in its name, and is read by pages that stand open: it stays reachable for DAYS after the last release that had it.
# No single quotes and no backslashes here: so the text passes through the shell of any account.
set -eu
umask 022
dir=$1 name=$2 days=$3 keep=$4
shift 4

refuse() {
  echo "$1" >&2
  exit 3
}

mkdir -p -- "$dir/releases"
cd -- "$dir"
[ -L current ] || [ ! -e current ] || refuse "$dir/current is no link, so no deployment made it: move it away, or deploy to another folder"
if ! ln -s "process $$ on $(uname -n), since $(date -u +%H:%M:%S) UTC" .deploying 2>/dev/null; then
  [ -L .deploying ] || refuse "$dir cannot be written"
  refuse "another deployment to $dir is under way ($(readlink .deploying)): wait for it; if its machine went down, remove $dir/.deploying"
fi
incoming=releases/.incoming-$name
# Silent: whoever would hear it may be gone, and a word to nobody would end it half-way.
trap "rm -rf $incoming .switching .deploying 2>/dev/null" EXIT
trap "exit 3" HUP INT PIPE TERM

# The names of releases, the oldest first.
releases() { (cd releases && ls -d [0-9]*T[0-9]*Z-* 2>/dev/null) || true; }

was=
[ ! -d current/ ] || was=$(basename "$(readlink current)")

if [ "$name" = back ]; then
  name=$(releases | sed "/^$was/,/none/d" | tail -n 1)
  [ -n "$name" ] || refuse "$dir has no release before the one that is online"
  fresh=releases/$name
else
  rm -rf releases/.incoming-*
  mkdir "$incoming"
  fresh=$incoming
fi
echo "ready $was"
read -r order && [ "$order" = switch ] || exit 3

for folder; do
  # When a release last had it. Once a day is enough: a file is shared by releases, and its time by caches.
  [ ! -d "$fresh/$folder" ] || find "$fresh/$folder" -type f -mtime +0 -exec touch {} +
  [ "$days" -gt 0 ] && [ -d "current/$folder" ] || continue
  find "current/$folder/" -type f -mtime "-$days" | while IFS= read -r file; do
    to=$fresh/${file#current/}
    [ ! -e "$to" ] || continue
    mkdir -p "${to%/*}"
    ln "$file" "$to" 2>/dev/null || cp -p "$file" "$to"
  done
done

[ "$fresh" != "$incoming" ] || mv "$incoming" "releases/$name"
ln -s "releases/$name" .switching
# Over the link, not into the folder that it leads to: -T with GNU and BusyBox, -h with BSD and macOS.
mv -T .switching current 2>/dev/null || mv -h .switching current
echo "online $name"
releases | sort -r | tail -n "+$((keep + 1))" | while IFS= read -r old; do
  [ "$old" = "$name" ] || rm -rf "releases/$old"
done
