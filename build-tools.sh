# Read by ./start and ./test: what both need to build.

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# Swift itself cannot be installed from Debian's packages; what it and the build need can.
command -v swift >/dev/null 2>&1 ||
  fail "Swift is not installed. Install Swift 6.3 or later from https://www.swift.org/install/linux/ and run this again."

missing=()
# The libraries that Swift's own installation page asks for.
swift --version >/dev/null 2>&1 ||
  missing+=(libcurl4 libedit2 libncurses6 libpython3.11 libsqlite3-0 libxml2 libz3-4 tzdata zlib1g-dev)
command -v git >/dev/null 2>&1 || missing+=(git)
[ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
[ -e /usr/include/stdio.h ] || missing+=(libc6-dev)
compgen -G '/usr/include/c++/*/vector' >/dev/null || missing+=(libstdc++-12-dev)
command -v ld >/dev/null 2>&1 || missing+=(binutils)
command -v python3 >/dev/null 2>&1 && python3 -c 'import ensurepip' 2>/dev/null || missing+=(python3 python3-venv)
compgen -G '/usr/share/fonts/truetype/noto/NotoSans-Regular.*' >/dev/null || missing+=(fonts-noto-core)
compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.*' >/dev/null || missing+=(fonts-noto-cjk)
# What only the tests need: a command, and the package that has it.
for check in "${checks[@]-}"; do
  [ -z "$check" ] || command -v "${check%%:*}" >/dev/null 2>&1 || missing+=("${check##*:}")
done
if (( ${#missing[@]} > 0 )); then
  root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 ||
      fail "These Debian packages are missing: ${missing[*]}. Ask an administrator to run: apt-get install ${missing[*]}"
    root=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${root[@]}" apt-get update -qq || fail "The package list could not be read. Check the network, then run this again."
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    fail "These packages could not be installed: ${missing[*]}. Install them by hand, then run this again."
fi

swift --version 2>/dev/null | grep -qE 'Swift version (6\.([3-9]|[1-9][0-9])|[7-9]|[1-9][0-9]+\.)' ||
  fail "This needs Swift 6.3 or later; 'swift --version' says: $(swift --version 2>/dev/null | head -n 1). Install a newer one from https://www.swift.org/install/linux/."

# One configuration for everything: the same objects serve ./start and ./test.
build() { swift build -c release "$@" || fail "The build failed; the first error above says where."; }

# Letters are set by Typst, which comes as a Python package, in Noto's fonts. Without it everything works but their PDF.
typesetter=.build/typesetter
install_typesetter() {
  "$typesetter/bin/python3" -c 'import typst' 2>/dev/null && [ -e "$typesetter/typst-0.15.2" ] && return
  say "Installing the typesetter"
  python3 -m venv "$typesetter" && "$typesetter/bin/pip" install --quiet typst==0.15.2 && touch "$typesetter/typst-0.15.2" ||
    echo "The typesetter could not be installed: letters are composed, but no PDF is made of them." >&2
}
