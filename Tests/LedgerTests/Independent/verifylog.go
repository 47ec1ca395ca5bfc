// Checks a log with Go's own packages for transparency logs, which share nothing with Tenth.
//
//	verifylog DIR [EARLIER-CHECKPOINT]
//
// DIR holds checkpoint, vkey, tile/, and perhaps N.tlog-proof beside N.entry. Exits 0 only if all of it is right.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// hashes keeps the hashes of complete subtrees where package tlog expects them.
type hashes []tlog.Hash

func (h hashes) ReadHashes(places []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(places))
	for i, place := range places {
		if place >= int64(len(h)) {
			return nil, fmt.Errorf("no hash at %d", place)
		}
		found[i] = h[place]
	}
	return found, nil
}

func reject(format string, arguments ...any) {
	fmt.Printf("rejected: "+format+"\n", arguments...)
	os.Exit(1)
}

func must[T any](value T, err error) T {
	if err != nil {
		reject("%v", err)
	}
	return value
}

func hashFrom(text string) (hash tlog.Hash) {
	decoded := must(base64.StdEncoding.DecodeString(text))
	if len(decoded) != len(hash) {
		reject("a hash of %d bytes", len(decoded))
	}
	copy(hash[:], decoded)
	return hash
}

// opened checks the signature of a checkpoint and returns the tree that it signs.
func opened(message []byte, key note.Verifier) tlog.Tree {
	signed := must(note.Open(message, note.VerifierList(key)))
	lines := strings.Split(signed.Text, "\n")
	if len(lines) < 4 || lines[0] != key.Name() {
		reject("a checkpoint of %q, not of %q", lines[0], key.Name())
	}
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: hashFrom(lines[2])}
}

// name is the file of a tile; package tlog writes its height into the path, which tlog-tiles leaves out.
func name(dir string, tile tlog.Tile) string {
	return filepath.Join(dir, "tile", strings.TrimPrefix(tile.Path(), "tile/8/"))
}

func tiles(level int, size int64, visit func(tlog.Tile)) {
	for n, left := int64(0), size>>(8*level); left > 0; n, left = n+1, left-256 {
		width := 256
		if left < 256 {
			width = int(left)
		}
		visit(tlog.Tile{H: 8, L: level, N: n, W: width})
	}
}

func main() {
	dir := os.Args[1]
	vkey := strings.TrimSpace(string(must(os.ReadFile(filepath.Join(dir, "vkey")))))
	key := must(note.NewVerifier(vkey))
	tree := opened(must(os.ReadFile(filepath.Join(dir, "checkpoint"))), key)

	// The whole tree anew, from nothing but the entries.
	var stored hashes
	count := int64(0)
	tiles(0, tree.N, func(tile tlog.Tile) {
		path := strings.Replace(name(dir, tile), "/tile/0/", "/tile/entries/", 1)
		rest := must(os.ReadFile(path))
		for i := 0; i < tile.W; i++ {
			if len(rest) < 2 || len(rest) < 2+int(binary.BigEndian.Uint16(rest)) {
				reject("%s is cut", path)
			}
			length := int(binary.BigEndian.Uint16(rest))
			more := must(tlog.StoredHashes(count, rest[2:2+length], stored))
			stored, count, rest = append(stored, more...), count+1, rest[2+length:]
		}
		if len(rest) > 0 {
			reject("%s goes on after its last entry", path)
		}
	})
	if tree.N > 0 && must(tlog.TreeHash(tree.N, stored)) != tree.Hash {
		reject("the entries do not give the signed root")
	}

	for level := 0; tree.N>>(8*level) > 0; level++ {
		tiles(level, tree.N, func(tile tlog.Tile) {
			if !bytes.Equal(must(tlog.ReadTileData(tile, stored)), must(os.ReadFile(name(dir, tile)))) {
				reject("%s is not what the entries give", tile.Path())
			}
		})
	}

	if len(os.Args) > 2 {
		earlier := opened(must(os.ReadFile(os.Args[2])), key)
		if earlier.N > tree.N {
			reject("the log had %d entries and has %d", earlier.N, tree.N)
		}
		proof := must(tlog.ProveTree(tree.N, earlier.N, stored))
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, earlier.N, earlier.Hash); err != nil {
			reject("not a continuation of the earlier log: %v", err)
		}
	}

	proofs := must(filepath.Glob(filepath.Join(dir, "*.tlog-proof")))
	for _, file := range proofs {
		parts := strings.SplitN(string(must(os.ReadFile(file))), "\n\n", 2)
		lines := strings.Split(parts[0], "\n")
		if lines[0] != "c2sp.org/tlog-proof@v1" || len(parts) != 2 {
			reject("%s is no proof", file)
		}
		lines = lines[1:]
		if strings.HasPrefix(lines[0], "extra ") {
			lines = lines[1:]
		}
		index := must(strconv.ParseInt(strings.TrimPrefix(lines[0], "index "), 10, 64))
		var proof tlog.RecordProof
		for _, line := range lines[1:] {
			proof = append(proof, hashFrom(line))
		}
		signed := opened([]byte(parts[1]), key)
		entry := must(os.ReadFile(strings.TrimSuffix(file, ".tlog-proof") + ".entry"))
		if err := tlog.CheckRecord(proof, signed.N, signed.Hash, index, tlog.RecordHash(entry)); err != nil {
			reject("%s: %v", file, err)
		}
	}
	fmt.Printf("accepted: %d entries, %d proofs\n", tree.N, len(proofs))
}
