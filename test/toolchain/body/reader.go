package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"
)

// reader goes over one declaration in the order in which the reader of bodies does.
type reader struct {
	text           *text
	node           ast.Node
	lines          []string
	statements     []string
	calls          []string
	blocks         []*block
	block          int
	locals         map[token.Pos]*local
	typeParameters map[string]token.Pos // those that a receiver names, which go/parser declares but resolves no name to
}

type block struct {
	parent     int
	by         string
	ends       string
	conditions string
	from       int
	to         int
}

type local struct {
	at, name, kind   string
	block            int
	typed, init, nth string
	writes           []string
	addressed        bool
}

func (b *block) line(i int) string {
	return fmt.Sprintf("block %d %d %s %s %d-%d %s", i, b.parent, b.by, b.ends, b.from, b.to, b.conditions)
}

func (l *local) lines() []string {
	return []string{l.at, l.name, l.kind, fmt.Sprint(l.block), l.typed, l.init, l.nth, list(l.writes), fmt.Sprint(l.addressed)}
}

func list(of []string) string {
	return "[" + strings.Join(of, " ") + "]"
}

func (r *reader) print(what string, rest ...string) {
	r.lines = append(r.lines, what+" "+strings.Join(rest, " "))
}

func (r *reader) open(by string, conditions string) int {
	r.blocks = append(r.blocks, &block{parent: r.block, by: by, conditions: conditions, from: len(r.statements)})
	r.block = len(r.blocks) - 1
	return r.block
}

func (r *reader) close(ends string) {
	closed := r.blocks[r.block]
	closed.ends = ends
	closed.to = len(r.statements)
	r.block = closed.parent
}

func (r *reader) offset(pos token.Pos) int {
	return r.text.unit(pos) - r.text.unit(r.node.Pos())
}

func (r *reader) span(node ast.Node) string {
	return fmt.Sprintf("%d-%d", r.offset(node.Pos()), r.offset(node.End()))
}

// x is the span of an expression without parentheses.
func (r *reader) x(expr ast.Expr) string {
	return r.span(ast.Unparen(expr))
}

func (r *reader) xs(exprs []ast.Expr) string {
	found := []string{}
	for _, expr := range exprs {
		found = append(found, r.x(expr))
	}
	return list(found)
}

// declared is where a name is declared in this declaration, if it is.
func (r *reader) declared(ident *ast.Ident) (token.Pos, bool) {
	if ident.Obj == nil {
		pos, found := r.typeParameters[ident.Name]
		return pos, found
	}
	pos := ident.Obj.Pos()
	return pos, r.node.Pos() <= pos && pos < r.node.End() && r.locals[pos] != nil
}

func (r *reader) local(expr ast.Expr) *local {
	ident, ok := ast.Unparen(expr).(*ast.Ident)
	if !ok {
		return nil
	}
	pos, ok := r.declared(ident)
	if !ok {
		return nil
	}
	return r.locals[pos]
}

func (r *reader) to(ident *ast.Ident) string {
	if pos, ok := r.declared(ident); ok {
		return fmt.Sprint(r.offset(pos))
	}
	return "-"
}

func (r *reader) declare(ident *ast.Ident, kind string, typed string, init string, nth string) {
	at := fmt.Sprint(r.offset(ident.Pos()))
	r.locals[ident.Pos()] = &local{at: at, name: ident.Name, kind: kind, block: r.block, typed: typed, init: init, nth: nth}
	r.print(r.span(ident), "ref", ident.Name, at)
}

func (r *reader) function(declaration *ast.FuncDecl) {
	r.open("function", "-")
	if declaration.Recv != nil && len(declaration.Recv.List) > 0 {
		for _, argument := range receiverArguments(declaration.Recv.List[0].Type) {
			if ident, ok := argument.(*ast.Ident); ok {
				r.declare(ident, "type", "-", "-", "-")
				if ident.Name != "_" {
					r.typeParameters[ident.Name] = ident.Pos()
				}
			}
		}
	}
	r.parameterTypes(declaration.Type.TypeParams)
	receivers := r.types(declaration.Recv)
	r.typeConstraints(declaration.Type.TypeParams)
	parameters := r.types(declaration.Type.Params)
	results := r.types(declaration.Type.Results)
	r.declareFields(declaration.Recv, receivers, "receiver")
	r.declareFields(declaration.Type.Params, parameters, "parameter")
	r.declareFields(declaration.Type.Results, results, "result")
	if declaration.Body == nil {
		r.close("falls")
		return
	}
	r.list(declaration.Body.List)
	r.close(ends(declaration.Body.List))
}

func receiverArguments(expr ast.Expr) []ast.Expr {
	if star, ok := ast.Unparen(expr).(*ast.StarExpr); ok {
		expr = star.X
	}
	switch expr := ast.Unparen(expr).(type) {
	case *ast.IndexExpr:
		return []ast.Expr{expr.Index}
	case *ast.IndexListExpr:
		return expr.Indices
	}
	return nil
}

func (r *reader) parameterTypes(fields *ast.FieldList) {
	if fields == nil {
		return
	}
	for _, field := range fields.List {
		for _, name := range field.Names {
			r.declare(name, "type", "-", "-", "-")
		}
	}
}

func (r *reader) typeConstraints(fields *ast.FieldList) {
	if fields == nil {
		return
	}
	for _, field := range fields.List {
		r.union(field.Type)
	}
}

func (r *reader) types(fields *ast.FieldList) []string {
	found := []string{}
	if fields != nil {
		for _, field := range fields.List {
			found = append(found, r.typed(field.Type, true))
		}
	}
	return found
}

func (r *reader) declareFields(fields *ast.FieldList, types []string, kind string) {
	if fields == nil {
		return
	}
	for i, field := range fields.List {
		for _, name := range field.Names {
			r.declare(name, kind, types[i], "-", "-")
		}
	}
}
