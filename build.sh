#!/usr/bin/env bash
#
# Starts this repository's build program, the one project under build/, and hands it the arguments as they are.
#
# The program is compiled when one of its inputs is not as it was; otherwise it is started at once, without MSBuild.
# Each build has a folder of its own, named by a hash of its inputs: the files of a running program never change, and
# going back to an earlier state finds the earlier build.
#
#   .artifacts/build/<hash>/     finished builds: the newest three, and those that still run
#   .artifacts/build/.stamp      the program to start, and the state of the inputs for which it is the right one
#   .artifacts/build/.frosting   whether the feeds have the Cake.Frosting package
#   .artifacts/build/.work/      MSBuild's obj and bin, apart from those of an IDE or of `dotnet test`
#
# UseCakeFrostingPackage=true|false in the environment says whether to build on the Cake.Frosting package or on the
# stand-in in src/. Not set, the feeds are asked once, and the package is taken where they have it.
#
# Written for bash 3.2 and for tools that are not GNU's as well: macOS has these.
set -euo pipefail

main() {
  export DOTNET_CLI_TELEMETRY_OPTOUT="${DOTNET_CLI_TELEMETRY_OPTOUT-1}" DOTNET_NOLOGO="${DOTNET_NOLOGO-1}"
  find_root
  store=$root/.artifacts/build
  work=$store/.work
  stamp=$store/.stamp
  find_dotnet
  is_up_to_date || bring_up_to_date
  exec "$dotnet" "$program" "$@"
}

say() { printf '%s\n' "$@" >&2; }

fail() {
  say "$@"
  exit 1
}

# ---- Where things are

# The folder of this script itself, also where it is called through a symbolic link.
find_root() {
  local script=${BASH_SOURCE[0]}
  [[ $script == */* ]] || script=./$script
  resolve_links "$script"
  root=$(cd -P "${resolved%/*}" && printf '%s/' "$PWD")
  root=${root%/}
}

resolve_links() {
  local target
  resolved=$1
  while [[ -L $resolved ]]; do
    target=$(readlink "$resolved")
    [[ $target == /* ]] || target=${resolved%/*}/$target
    resolved=$target
  done
}

find_dotnet() {
  dotnet=$(type -P dotnet) && return
  for dotnet in "${DOTNET_ROOT-}/dotnet" "${HOME-}/.dotnet/dotnet"; do
    [[ ! -x $dotnet ]] || return 0
  done
  fail_without_sdk "There is no 'dotnet' on the PATH."
}

fail_without_sdk() {
  fail "$1" '' \
    'This build needs a .NET 10 SDK (global.json says which). Install one and start again:' \
    '  - from https://dotnet.microsoft.com/download/dotnet/10.0, or the package dotnet-sdk-10.0 of your system,' \
    '  - or without administrator rights:' \
    '      curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0' \
    'It is looked for on the PATH, in $DOTNET_ROOT and in ~/.dotnet.'
}

# ---- Is the program that was built last still the right one?

# What every usual start does, in a few milliseconds: no content is read, and only `find` and `cmp` are started.
is_up_to_date() {
  [[ -r $stamp ]] && { read -r program && read -r sdk_root; } <"$stamp" || return 1
  [[ -e $program ]] && see_sdk && { state; state_of_files; } 2>/dev/null | cmp -s - "$stamp"
}

# The SDKs that `dotnet` chooses from, without starting it: global.json, an input too, says which one it takes.
# Where they are not next to it (it is a wrapper script), it has to be asked.
see_sdk() {
  if [[ -n $sdk_root ]]; then
    [[ $dotnet -ef $sdk_root/dotnet ]] || return 1
    local all=("$sdk_root"/sdk/[0-9]*)
    sdk=${all[*]}
  else
    sdk=$(ask_sdk_version)
  fi
}

ask_sdk_version() { (cd "$root" && "$dotnet" --version 2>&1); }

# The head of the stamp; the state of the files follows. The first two lines are what is_up_to_date reads.
state() { printf '%s\n' "$program" "$sdk_root" "$dotnet" "$sdk" "${UseCakeFrostingPackage-}"; }

# Whatever changes a file changes its name, its size or one of its times. The times must be the same, not merely older
# than the build: an older file that comes back is a change as well. The arguments are further tests for `find`.
state_of_files() {
  cd "$root"
  find_inputs
  case $OSTYPE in
    darwin* | *bsd*) files "$@" -exec stat -f $'%z %Fm %Fc %i\t%N' {} + ;;
    linux-musl*) files "$@" -exec stat -c $'%s %y %z %i\t%n' {} + ;;
    *) files "$@" -printf '%s %T@ %C@ %i\t%p\n' ;;
  esac
}

# Sets `inputs`, which decide what is compiled, and `settings`, NuGet's, which decide where locked packages come from.
find_inputs() {
  local name above=$root
  shopt -s nullglob
  inputs=()
  for name in build src Directory.* global.json .editorconfig; do
    [[ ! -e $name ]] || inputs+=("$name")
  done
  settings=([Nn]u[Gg]et.[Cc]onfig "${HOME-}"/.nuget/{NuGet,config}/*.[Cc]onfig)
  while [[ -n $above ]]; do # MSBuild and NuGet look in the folders above, too
    above=${above%/*}
    inputs+=("$above"/Directory.Build.{target[s],rs[p]})
    settings+=("$above"/[Nn]u[Gg]et.[Cc]onfig)
  done
}

# Only for subshells: `find` takes the process over.
files() {
  exec find -H "${inputs[@]}" ${settings[@]+"${settings[@]}"} \
    -type d \( -name bin -o -name obj \) -prune -o ! -type d "$@"
}

# ---- Finding or making the right one

bring_up_to_date() {
  local hash files_before sha256=(sha256sum)
  type -P sha256sum >/dev/null || sha256=(shasum -a 256)
  find_project
  find_sdk
  mkdir -p "$work"
  trap clean_up EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  lock
  decide_on_frosting
  for _ in 1 2 3 4 5; do
    files_before=$(state_of_files)
    hash=$(hash_inputs)
    program=$store/$hash/$name.dll
    if [[ ! -e $program ]]; then
      compile
      # An input that changed meanwhile (a lock file, or by an editor): nobody knows which state was compiled.
      [[ $(hash_inputs) == "$hash" ]] || continue
      mv "$stage" "${program%/*}"
      mv "$work/.state.new" "$work/.state"
    fi
    touch "${program%/*}" # the order in which remove_old_builds goes
    { state && printf '%s\n' "$files_before"; } >"$stamp.new"
    mv "$stamp.new" "$stamp"
    remove_old_builds
    clean_up
    trap - EXIT HUP INT TERM
    return
  done
  fail 'The inputs of the build program change faster than it can be built.'
}

find_project() {
  local projects=("$root"/build/*.csproj)
  [[ ${#projects[@]} == 1 && -e ${projects[0]} ]] || fail "One project is expected in $root/build, and not: ${projects[*]}"
  name=${projects[0]##*/}
  name=${name%.csproj}
}

find_sdk() {
  sdk_version=$(ask_sdk_version) || fail_without_sdk "$sdk_version"
  resolve_links "$dotnet"
  sdk_root=${resolved%/*}
  [[ -d $sdk_root/sdk ]] || sdk_root=
  see_sdk
}

hash_inputs() {
  {
    printf '%s\n' "$root" "$sdk_version" "$frosting"
    cd "$root"
    find_inputs
    settings=()
    (files -exec "${sha256[@]}" {} +) | LC_ALL=C sort
  } | "${sha256[@]}" | cut -c 1-20
}

# Compiles into `stage`, which becomes the build's folder in one step.
compile() {
  say 'Building the build program ...'
  stage=$store/.stage
  rm -rf "$stage"
  can_build_on || rm -rf "$work/bin" "$work"/obj/*/release
  rm -f "$work/.state"
  printf '%s\n' "$files_before" >"$work/.state.new"
  publish &
  child=$!
  wait "$child" || {
    child=
    fail 'The build program could not be built; the errors stand above.'
  }
  child=
}

# MSBuild goes by times alone: it misses an older file that comes back, a resource that is gone, and what was changed
# while it read. So what it made last is of use only if that build ended well, and since then files were only edited.
can_build_on() {
  local last=$work/.state
  [[ -e $last ]] &&
    [[ $(cut -f 2- "$last") == "$(cut -f 2- <<<"$files_before")" ]] &&
    ! (state_of_files ! -newer "$last") | grep -vxFf "$last" >/dev/null
}

# Without servers that stay: they would keep the lock, which MSBuild holds as well in case this script is killed.
publish() {
  cd "$root"
  unset MSBuildSDKsPath MSBuildExtensionsPath MSBUILD_EXE_PATH MSBuildLoadMicrosoftTargetsReadOnly # of a `dotnet` above
  export DOTNET_CLI_USE_MSBUILD_SERVER=0
  local properties=(-p:ArtifactsPath="$work" -p:PublishDir="$stage/" -p:UseAppHost=false)
  properties+=(-p:RunAnalyzers=false -p:GenerateDocumentationFile=false -p:UseSharedCompilation=false)
  [[ -z $frosting ]] || properties+=(-p:UseCakeFrostingPackage="$frosting")
  exec "$dotnet" publish "build/$name.csproj" --configuration Release --nologo --verbosity quiet --tl:off \
    -nodeReuse:false "${properties[@]}" >&2
}

# Sets `frosting`, the value of the MSBuild property UseCakeFrostingPackage: empty where no project asks for the package.
decide_on_frosting() {
  local version props wanted=${UseCakeFrostingPackage-} pattern='Include="Cake\.Frosting" +Version="([^"]+)"'
  [[ $wanted == true || $wanted == false || -z $wanted ]] ||
    fail "UseCakeFrostingPackage is '$wanted'; it must be true, false or not set."
  frosting=$wanted
  props=$(cat "$root/Directory.Packages.props" 2>/dev/null) || :
  [[ $wanted != false && $props =~ $pattern ]] || return 0
  version=${BASH_REMATCH[1]}
  find_frosting
  [[ $wanted != true || $frosting == true ]] || fail \
    "UseCakeFrostingPackage=true, but the NuGet feeds of this machine do not have Cake.Frosting $version." \
    "Add a feed that has it ('dotnet nuget add source URL'), or unset UseCakeFrostingPackage to build on the stand-in."
}

# Asks the feeds, which takes a second, and keeps the answer for as long as the version and NuGet's configuration are the same.
find_frosting() {
  local answer remembered=$store/.frosting probe=$store/.probe
  for frosting in true false; do
    [[ ! -e $remembered || $(<"$remembered") != "$frosting $(feeds)" ]] || return 0
  done
  if answer=$(cd "$root" && DOTNET_CLI_UI_LANGUAGE=en "$dotnet" package download "Cake.Frosting@$version" --output "$probe" 2>&1); then
    frosting=true
  elif [[ $answer != *'Unable to find a valid package version'* ]]; then
    say "The NuGet feeds could not be asked for Cake.Frosting $version; building on the stand-in. Their answer:" "$answer"
    return
  fi
  rm -rf "$probe"
  printf '%s\n' "$frosting $(feeds)" >"$remembered"
}

feeds() { (cd "$root" && find_inputs && cat /dev/null ${settings[@]+"${settings[@]}"}) | "${sha256[@]}" | sed "s/-/$version/"; }

# ---- Keeping order

# One build at a time. flock's lock ends with the processes that hold it. Where there is no flock, a symbolic link to the
# owner's process id is the lock, and goes to somebody else when that process is gone.
lock() {
  local owner waiting='Waiting for another build of the build program ...'
  if type -P flock >/dev/null; then
    exec 9>"$store/.lock"
    flock -n 9 && return
    say "$waiting"
    flock 9 &
    child=$!
    wait "$child" && child=
    return
  fi
  until ln -s $$ "$store/.owner" 2>/dev/null; do
    owner=$(readlink "$store/.owner") || continue
    if kill -0 "$owner" 2>/dev/null || ps -p "$owner" >/dev/null 2>&1; then
      [[ -z $waiting ]] || say "$waiting"
      waiting=
      sleep 1
    elif mv "$store/.owner" "$store/.owner.$$" 2>/dev/null; then
      # Two may see at once that the owner is gone; the slower one must not take the quicker one's new lock.
      [[ $(readlink "$store/.owner.$$") == "$owner" ]] || mv "$store/.owner.$$" "$store/.owner"
      rm -f "$store/.owner.$$"
    fi
  done
}

clean_up() {
  if [[ -n ${child-} ]]; then
    kill "$child" 2>/dev/null || :
    wait "$child" 2>/dev/null || :
  fi
  [[ -z ${stage-} ]] || rm -rf "$stage"
  exec 9>&-
  [[ $(readlink "$store/.owner") != "$$" ]] || rm -f "$store/.owner"
}

remove_old_builds() {
  local hash
  for hash in $(cd "$store" && ls -1td -- */ | tail -n +4); do
    hash=${hash%/}
    is_running "$hash" || rm -rf "${store:?}/$hash"
  done
}

# A running program has its build's hash on its command line. (The pattern does not match itself on grep's.)
is_running() {
  local pattern="[${1:0:1}]${1:1}"
  if [[ -e /proc/self/cmdline ]]; then
    grep -qsae "$pattern" /proc/[0-9]*/cmdline
  else
    ps -Aww -o args= | grep -qe "$pattern"
  fi
}

main "$@"
