package main

import (
	"fmt"
	"go/ast"
	"go/token"
)

func (r *reader) state(kind string, from token.Pos, to token.Pos, rest ...string) {
	line := fmt.Sprintf("statement %s %d %d-%d", kind, r.block, r.offset(from), r.offset(to))
	for _, one := range rest {
		line += " " + one
	}
	r.statements = append(r.statements, line)
}

func (r *reader) list(statements []ast.Stmt) {
	for _, statement := range statements {
		r.statement(statement)
	}
}

func (r *reader) inBlock(by string, conditions string, statements []ast.Stmt) {
	r.open(by, conditions)
	r.list(statements)
	r.close(ends(statements))
}

func (r *reader) statement(statement ast.Stmt) {
	from, to := token.NoPos, token.NoPos
	if statement != nil {
		from, to = statement.Pos(), statement.End()
	}
	switch s := statement.(type) {
	case nil, *ast.EmptyStmt:
	case *ast.ExprStmt:
		r.expr(s.X)
		r.state("expression", from, to, r.x(s.X))
	case *ast.SendStmt:
		r.expr(s.Chan)
		r.expr(s.Value)
		r.state("send", from, to, r.x(s.Chan), r.x(s.Value))
	case *ast.IncDecStmt:
		r.expr(s.X)
		r.write(s.X, r.x(s.X))
		r.state("step", from, to, r.x(s.X))
	case *ast.AssignStmt:
		r.assign(s)
	case *ast.GoStmt:
		r.called("go", s, s.Call)
	case *ast.DeferStmt:
		r.called("defer", s, s.Call)
	case *ast.ReturnStmt:
		r.exprs(s.Results)
		r.state("return", from, to, r.xs(s.Results))
	case *ast.BranchStmt:
		label := "-"
		if s.Label != nil {
			label = s.Label.Name
		}
		r.state("branch", from, to, s.Tok.String(), label)
	case *ast.LabeledStmt:
		if isControl(s.Stmt) {
			r.control(s.Stmt, ends([]ast.Stmt{s}))
		} else {
			r.statement(s.Stmt)
		}
	case *ast.BlockStmt:
		r.inBlock("block", "-", s.List)
	case *ast.DeclStmt:
		r.declaration(s.Decl.(*ast.GenDecl))
	default:
		r.control(statement, ends([]ast.Stmt{statement}))
	}
}

func (r *reader) called(kind string, s ast.Stmt, call *ast.CallExpr) {
	blocks := len(r.blocks)
	r.expr(call)
	if _, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		r.blocks[blocks].by = kind
	}
	r.state(kind, s.Pos(), s.End(), r.x(call))
}

func (r *reader) write(target ast.Expr, value string) {
	if local := r.local(target); local != nil {
		local.writes = append(local.writes, value)
	}
}

// value is what the name with a number gets, and which of several values that is.
func (r *reader) value(values []ast.Expr, names int, i int) (string, string) {
	if len(values) == names {
		return r.x(values[i]), "-"
	}
	if len(values) == 1 {
		return r.x(values[0]), fmt.Sprint(i)
	}
	return "-", "-"
}

// isNew tells whether an identifier on the left of := is declared by that.
func isNew(expr ast.Expr) (*ast.Ident, bool) {
	ident, ok := expr.(*ast.Ident)
	return ident, ok && (ident.Name == "_" || ident.Obj != nil && ident.Obj.Pos() == ident.Pos())
}

func (r *reader) assign(s *ast.AssignStmt) {
	for _, target := range s.Lhs {
		if _, fresh := isNew(target); s.Tok != token.DEFINE || !fresh {
			r.expr(target)
		}
	}
	r.exprs(s.Rhs)
	r.state("assign", s.Pos(), s.End(), s.Tok.String(), r.xs(s.Lhs), r.xs(s.Rhs), "-")
	for i, target := range s.Lhs {
		value, nth := r.value(s.Rhs, len(s.Lhs), i)
		if ident, fresh := isNew(target); s.Tok == token.DEFINE && fresh {
			r.declare(ident, "variable", "-", value, nth)
		} else if value == "-" {
			r.write(target, r.x(target))
		} else {
			r.write(target, value)
		}
	}
}

func (r *reader) declaration(declaration *ast.GenDecl) {
	for _, spec := range declaration.Specs {
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			r.values(spec, declaration.Tok.String())
		case *ast.TypeSpec:
			r.declare(spec.Name, "type", "-", "-", "-")
			if spec.TypeParams != nil {
				r.open("block", "-")
				r.parameterTypes(spec.TypeParams)
				r.typeConstraints(spec.TypeParams)
			}
			r.typed(spec.Type, true)
			if spec.TypeParams != nil {
				r.close("falls")
			}
		}
	}
}

func (r *reader) values(spec *ast.ValueSpec, kind string) {
	typed := "-"
	if spec.Type != nil {
		typed = r.typed(spec.Type, true)
	}
	r.exprs(spec.Values)
	names := []ast.Expr{}
	for _, name := range spec.Names {
		names = append(names, name)
	}
	r.state("assign", spec.Pos(), spec.End(), kind, r.xs(names), r.xs(spec.Values), typed)
	for i, name := range spec.Names {
		if r.block == -1 {
			r.print(r.span(name), "ref", name.Name, "-")
			continue
		}
		value, nth := r.value(spec.Values, len(spec.Names), i)
		r.declare(name, map[string]string{"var": "variable", "const": "constant"}[kind], typed, value, nth)
	}
}
