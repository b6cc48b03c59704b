#!/usr/bin/env bash
# Writes the lists of what is public: PublicAPI.Shipped.txt and PublicAPI.Unshipped.txt beside each library's project.
#
#   bash eng/public-api.sh        what the sources hold and no release did goes into Unshipped, what a release held and they no longer do as *REMOVED*
#   bash eng/public-api.sh ship   at a release: everything goes into Shipped, and Unshipped is empty
#
# The compiler is asked, with empty lists, what is missing in them; nothing is built into the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export LC_ALL=C # one order of lines on every machine

mode="${1:-update}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
readonly head='#nullable enable'
mkdir "$work/empty"
echo "$head" | tee "$work/empty/PublicAPI.Shipped.txt" > "$work/empty/PublicAPI.Unshipped.txt"

entries() { { grep -av "^$head\$" "$1" || true; } | sed '/^\*REMOVED\*/d' | sort -u; }

# Each project is compiled once, by itself or for another; what it says of itself ends with its own path.
for project in src/*/*.csproj; do
  dotnet build "$project" --nologo -v q -p:PublicApiFolder="$work/empty" -p:TreatWarningsAsErrors=false -p:ArtifactsPath="$work/artifacts" >> "$work/log" \
    || { cat "$work/log"; exit 1; }
done

for project in src/*/*.csproj; do
  folder="$(dirname "$project")"
  { grep -aF "[$PWD/$project" "$work/log" || true; } \
    | sed -nE "s/.*warning RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" | sort -u > "$work/public"
  [ -s "$work/public" ] || { echo "Nothing public was found in $folder."; exit 1; }

  shipped="$folder/PublicAPI.Shipped.txt" unshipped="$folder/PublicAPI.Unshipped.txt"
  touch "$shipped"
  entries "$shipped" > "$work/shipped"
  if [ "$mode" = ship ]; then
    { echo "$head"; cat "$work/public"; } > "$shipped"
    echo "$head" > "$unshipped"
  else
    { echo "$head"; comm -23 "$work/public" "$work/shipped"; comm -13 "$work/public" "$work/shipped" | sed 's/^/*REMOVED*/'; } > "$unshipped"
  fi
  echo "$folder: $(wc -l < "$work/public") public, $(($(wc -l < "$unshipped") - 1)) of them changed since the last release"
done
