# Read by ./start and ./test: what both need to build.

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

# Swift itself cannot be installed from Debian's packages; what it and the build need can.
command -v swift >/dev/null 2>&1 ||
  fail "Swift is not installed. Install Swift 6.3 or later from https://www.swift.org/install/linux/ and run this again."

# Installs Debian packages; returns 1 and says why if it cannot.
install_packages() {
  local root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
      echo "These Debian packages are missing: $*. Ask an administrator to run: apt-get install $*" >&2
      return 1
    }
    root=(sudo)
  fi
  say "Installing $*"
  "${root[@]}" apt-get update -qq || {
    echo "The package list could not be read. Check the network, then run this again." >&2
    return 1
  }
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || {
    echo "These packages could not be installed: $*. Install them by hand, then run this again." >&2
    return 1
  }
}

missing=()
# The libraries that Swift's own installation page asks for.
swift --version >/dev/null 2>&1 ||
  missing+=(libcurl4 libedit2 libncurses6 libpython3.11 libsqlite3-0 libxml2 libz3-4 tzdata)
command -v git >/dev/null 2>&1 || missing+=(git)
[ -e /etc/ssl/certs/ca-certificates.crt ] || missing+=(ca-certificates)
[ -e /usr/include/stdio.h ] || missing+=(libc6-dev)
[ -e /usr/include/sqlite3.h ] || missing+=(libsqlite3-dev)
[ -e /usr/include/cmark.h ] || missing+=(libcmark-dev)
[ -e /usr/include/zlib.h ] || missing+=(zlib1g-dev)
compgen -G '/usr/include/c++/*/vector' >/dev/null || missing+=(libstdc++-12-dev)
command -v ld >/dev/null 2>&1 || missing+=(binutils)
# What only the tests need: a command, and the package that has it.
for check in "${checks[@]-}"; do
  [ -z "$check" ] || command -v "${check%%:*}" >/dev/null 2>&1 || missing+=("${check##*:}")
done
(( ${#missing[@]} == 0 )) || install_packages "${missing[@]}" || exit 1

swift --version 2>/dev/null | grep -qE 'Swift version (6\.([3-9]|[1-9][0-9])|[7-9]|[1-9][0-9]+\.)' ||
  fail "This needs Swift 6.3 or later; 'swift --version' says: $(swift --version 2>/dev/null | head -n 1). Install a newer one from https://www.swift.org/install/linux/."

# One configuration for everything: the same objects serve ./start and ./test.
build() { swift build -c release "$@" || fail "The build failed; the first error above says where."; }
# tenth decides; what else it is asked, tenth-full answers, which belongs beside it.
build_tenth() { build --product tenth && build --product tenth-full; }

# Letters are set by Typst, which comes as a Python package, in Noto's fonts. Without it everything works but their PDF.
typesetter=.build/typesetter
install_typesetter() {
  local wanted=()
  command -v python3 >/dev/null 2>&1 && python3 -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3 python3-venv)
  compgen -G '/usr/share/fonts/truetype/noto/NotoSans-Regular.*' >/dev/null || wanted+=(fonts-noto-core)
  compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.*' >/dev/null || wanted+=(fonts-noto-cjk)
  (( ${#wanted[@]} == 0 )) || install_packages "${wanted[@]}" || echo "Letters may lack: ${wanted[*]}." >&2
  "$typesetter/bin/python3" -c 'import typst' 2>/dev/null && [ -e "$typesetter/typst-0.15.2" ] && return
  say "Installing the typesetter"
  python3 -m venv "$typesetter" && "$typesetter/bin/pip" install --quiet typst==0.15.2 && touch "$typesetter/typst-0.15.2" ||
    echo "The typesetter could not be installed: letters are composed, but no PDF is made of them." >&2
}

# Workbooks and Parquet are read by Python packages. Without them such tables are refused, with what to do.
python=.build/python/bin/python3
install_readers() {
  /usr/bin/env python3 -c 'import ensurepip, venv' 2>/dev/null || install_packages python3 python3-venv || return 0
  "$python" -c 'import duckdb, openpyxl' 2>/dev/null && return
  say "Installing readers of workbooks and Parquet"
  python3 -m venv .build/python && "$python" -m pip install --quiet duckdb==2.0.0 openpyxl==3.1.5 ||
    echo "They could not be installed: tenth replay reads CSV and JSON Lines alone." >&2
}
