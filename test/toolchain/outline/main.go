// Prints what go/parser reads of Go files, a line of JSON each: the oracle of the outline that generators work with.
// It is given the folders to look in.
package main

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

type Import struct {
	Path string `json:"path"`
	Name string `json:"name,omitempty"`
}

type Field struct {
	Names   []string `json:"names"`
	Written string   `json:"written"`
	Tag     *string  `json:"tag,omitempty"`
	Doc     []string `json:"doc"`
	Line    []string `json:"line"`
}

type Type struct {
	Name    string   `json:"name"`
	Alias   bool     `json:"alias"`
	Generic bool     `json:"generic"`
	Index   int      `json:"index"`
	Struct  bool     `json:"struct"`
	Doc     []string `json:"doc"`
	Fields  []Field  `json:"fields"`
}

type File struct {
	File    string   `json:"file"`
	Error   bool     `json:"error"`
	Package string   `json:"package"`
	Imports []Import `json:"imports"`
	Types   []Type   `json:"types"`
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	for _, folder := range os.Args[1:] {
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
	parsed, err := parser.ParseFile(set, path, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return File{File: path, Error: true}
	}
	file := File{File: path, Package: parsed.Name.Name, Imports: []Import{}, Types: []Type{}}
	for _, declaration := range parsed.Decls {
		general, ok := declaration.(*ast.GenDecl)
		if !ok {
			continue
		}
		for index, spec := range general.Specs {
			switch spec := spec.(type) {
			case *ast.ImportSpec:
				name := ""
				if spec.Name != nil {
					name = spec.Name.Name
				}
				unquoted, _ := strconv.Unquote(spec.Path.Value)
				file.Imports = append(file.Imports, Import{unquoted, name})
			case *ast.TypeSpec:
				file.Types = append(file.Types, typeOf(set, source, spec, general, index))
			}
		}
	}
	return file
}

func typeOf(set *token.FileSet, source []byte, spec *ast.TypeSpec, general *ast.GenDecl, index int) Type {
	made := Type{Name: spec.Name.Name, Alias: spec.Assign.IsValid(), Generic: spec.TypeParams != nil, Index: index, Doc: comments(general.Doc), Fields: []Field{}}
	structure, ok := spec.Type.(*ast.StructType)
	made.Struct = ok
	if !ok {
		return made
	}
	for _, field := range structure.Fields.List {
		one := Field{Names: []string{}, Doc: comments(field.Doc), Line: comments(field.Comment)}
		for _, name := range field.Names {
			one.Names = append(one.Names, name.Name)
		}
		if len(one.Names) > 0 {
			one.Written = string(source[set.Position(field.Type.Pos()).Offset:set.Position(field.Type.End()).Offset])
		}
		if field.Tag != nil {
			tag, _ := strconv.Unquote(field.Tag.Value)
			one.Tag = &tag
		}
		made.Fields = append(made.Fields, one)
	}
	return made
}

func comments(group *ast.CommentGroup) []string {
	list := []string{}
	if group != nil {
		for _, comment := range group.List {
			list = append(list, comment.Text)
		}
	}
	return list
}
