// Reads a log with the reference implementation of the Go checksum database
// (golang.org/x/mod/sumdb, Debian: golang-golang-x-mod-dev), of which nothing is ours:
//
//	reader FOLDER KEY OLD
//
// FOLDER holds checkpoint, tile/... and entries/INDEX as they are published, and proofs
// inclusion/INDEX and consistency/SIZE, one hash in base 64 a line; OLD is an older checkpoint.
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type folder string

func (f folder) Height() int               { return 8 }
func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}
func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var read [][]byte
	for _, tile := range tiles {
		// C2SP leaves out the height that Go's own path begins with: tile/8/...
		data, err := os.ReadFile(filepath.Join(string(f), "tile", strings.TrimPrefix(tile.Path(), "tile/8/")))
		if err != nil {
			return nil, err
		}
		read = append(read, data)
	}
	return read, nil
}

func main() {
	root := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	tree := head(filepath.Join(root, "checkpoint"), verifier)
	old := head(os.Args[3], verifier)

	// Every tile it reads is checked against the signed root before it is used.
	hashes := tlog.TileHashReader(tree, folder(root))
	proof, err := tlog.ProveTree(tree.N, old.N, hashes)
	check(err)
	check(tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash))
	var given tlog.TreeProof = lines(filepath.Join(root, "consistency", fmt.Sprint(old.N)))
	check(tlog.CheckTree(given, tree.N, tree.Hash, old.N, old.Hash))

	entries, err := os.ReadDir(filepath.Join(root, "entries"))
	check(err)
	for _, entry := range entries {
		index, err := strconv.ParseInt(entry.Name(), 10, 64)
		check(err)
		leaf, err := os.ReadFile(filepath.Join(root, "entries", entry.Name()))
		check(err)
		proof, err := tlog.ProveRecord(tree.N, index, hashes)
		check(err)
		check(tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(leaf)))
		var given tlog.RecordProof = lines(filepath.Join(root, "inclusion", entry.Name()))
		check(tlog.CheckRecord(given, tree.N, tree.Hash, index, tlog.RecordHash(leaf)))
	}
	fmt.Printf("%d entries of %d, continuing %d\n", len(entries), tree.N, old.N)
}

func head(file string, verifier note.Verifier) tlog.Tree {
	signed, err := os.ReadFile(file)
	check(err)
	opened, err := note.Open(signed, note.VerifierList(verifier))
	check(err)
	text := strings.Split(opened.Text, "\n")
	if text[0] != verifier.Name() {
		check(fmt.Errorf("checkpoint of %s", text[0]))
	}
	size, err := strconv.ParseInt(text[1], 10, 64)
	check(err)
	hash, err := tlog.ParseHash(text[2])
	check(err)
	return tlog.Tree{N: size, Hash: hash}
}

func lines(file string) []tlog.Hash {
	data, err := os.ReadFile(file)
	check(err)
	var hashes []tlog.Hash
	for _, line := range strings.Fields(string(data)) {
		bytes, err := base64.StdEncoding.DecodeString(line)
		check(err)
		var hash tlog.Hash
		copy(hash[:], bytes)
		hashes = append(hashes, hash)
	}
	return hashes
}

func check(err error) {
	if err != nil {
		fmt.Println("REFUSED:", err)
		os.Exit(1)
	}
}
