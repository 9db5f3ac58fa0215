// Prints what go/parser reads of the functions and values of Go files, a line of JSON each: the oracle of the reader of bodies.
// It is given the folders to look in. With -lines it prints what the reader must find, else only a hash of that.
package main

import (
	"bufio"
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"flag"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

// Declaration is a function or one specification of values, from Start to End in UTF-16 units of the file.
type Declaration struct {
	Start int      `json:"start"`
	End   int      `json:"end"`
	Kind  string   `json:"kind"`
	Hash  string   `json:"hash"`
	Lines []string `json:"lines,omitempty"`
}

type File struct {
	File         string        `json:"file"`
	Error        bool          `json:"error"`
	Declarations []Declaration `json:"declarations"`
}

var lines = flag.Bool("lines", false, "print lines, not only hashes")

func main() {
	flag.Parse()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, folder := range flag.Args() {
		_ = filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") {
				return nil
			}
			return encoder.Encode(read(path))
		})
	}
}

func read(path string) File {
	source, _ := os.ReadFile(path)
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, path, source, 0)
	if err != nil {
		return File{File: path, Error: true, Declarations: []Declaration{}}
	}
	file := File{File: path, Declarations: []Declaration{}}
	packageLevel = map[ast.Spec]bool{}
	for _, declaration := range parsed.Decls {
		if declaration, ok := declaration.(*ast.GenDecl); ok {
			for _, spec := range declaration.Specs {
				packageLevel[spec] = true
			}
		}
	}
	text := &text{source: source, file: set.File(parsed.FileStart), units: units(source)}
	for _, declaration := range parsed.Decls {
		switch declaration := declaration.(type) {
		case *ast.FuncDecl:
			file.add(text, declaration, "func", func(reader *reader) { reader.function(declaration) })
		case *ast.GenDecl:
			for _, spec := range declaration.Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok {
					kind := declaration.Tok.String()
					file.add(text, spec, kind, func(reader *reader) { reader.values(spec, kind) })
				}
			}
		}
	}
	return file
}

func (file *File) add(text *text, node ast.Node, kind string, walk func(*reader)) {
	reader := &reader{text: text, node: node, block: -1, locals: map[token.Pos]*local{}, typeParameters: map[string]token.Pos{}}
	walk(reader)
	found := reader.finish()
	hash := sha1.Sum([]byte(strings.Join(found, "\n")))
	made := Declaration{Start: text.unit(node.Pos()), End: text.unit(node.End()), Kind: kind, Hash: hex.EncodeToString(hash[:])}
	if *lines {
		made.Lines = found
	}
	file.Declarations = append(file.Declarations, made)
}

// text is a file, and the UTF-16 units before each of its bytes; nil where each byte is one.
type text struct {
	source []byte
	file   *token.File
	units  []int
}

func units(source []byte) []int {
	ascii := true
	for _, b := range source {
		ascii = ascii && b < utf8.RuneSelf
	}
	if ascii {
		return nil
	}
	found := make([]int, 0, len(source)+1)
	unit := 0
	for at := 0; at < len(source); {
		char, size := utf8.DecodeRune(source[at:])
		for range size {
			found = append(found, unit)
		}
		unit++
		if char > 0xffff {
			unit++
		}
		at += size
	}
	return append(found, unit)
}

func (t *text) unit(pos token.Pos) int {
	offset := t.file.Offset(pos)
	if t.units == nil {
		return offset
	}
	return t.units[offset]
}

// slice is the text of a node.
func (t *text) slice(node ast.Node) string {
	return string(t.source[t.file.Offset(node.Pos()):t.file.Offset(node.End())])
}

func (r *reader) finish() []string {
	for _, local := range r.locals {
		r.print("local", local.lines()...)
	}
	sort.Strings(r.lines)
	for i, block := range r.blocks {
		r.lines = append(r.lines, block.line(i))
	}
	r.lines = append(r.lines, r.statements...)
	return append(r.lines, "calls "+strings.Join(r.calls, " "))
}
