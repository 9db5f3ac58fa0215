package main

import (
	"go/ast"
	"go/token"
)

func isControl(statement ast.Stmt) bool {
	switch statement.(type) {
	case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
		return true
	}
	return false
}

// control reads a statement with a head, which ends so.
func (r *reader) control(statement ast.Stmt, end string) {
	r.open("header", "-")
	switch s := statement.(type) {
	case *ast.IfStmt:
		r.statement(s.Init)
		r.expr(s.Cond)
		r.inBlock("if", "["+r.x(s.Cond)+"]", s.Body.List)
		switch other := s.Else.(type) {
		case *ast.BlockStmt:
			r.inBlock("else", "-", other.List)
		case *ast.IfStmt:
			r.open("else", "-")
			r.statement(other)
			r.close(ends([]ast.Stmt{other}))
		}
	case *ast.ForStmt:
		r.statement(s.Init)
		condition := "[]"
		if s.Cond != nil {
			r.expr(s.Cond)
			condition = "[" + r.x(s.Cond) + "]"
		}
		r.statement(s.Post)
		r.inBlock("loop", condition, s.Body.List)
	case *ast.RangeStmt:
		r.over(s)
		r.inBlock("loop", "[]", s.Body.List)
	case *ast.SwitchStmt:
		r.statement(s.Init)
		if s.Tag != nil {
			r.expr(s.Tag)
			r.state("switch", s.Tag.Pos(), s.Tag.End(), r.x(s.Tag))
		}
		r.cases(s.Body)
	case *ast.TypeSwitchStmt:
		r.statement(s.Init)
		if tag, ok := s.Assign.(*ast.ExprStmt); ok {
			r.expr(tag.X)
			r.state("switch", tag.Pos(), tag.End(), r.x(tag.X))
		} else {
			r.statement(s.Assign)
		}
		r.cases(s.Body)
	case *ast.SelectStmt:
		r.cases(s.Body)
	}
	r.close(end)
}

// over reads the head of a loop over something.
func (r *reader) over(s *ast.RangeStmt) {
	targets := []ast.Expr{}
	for _, target := range []ast.Expr{s.Key, s.Value} {
		if target != nil {
			targets = append(targets, target)
		}
	}
	from := s.Range
	if len(targets) > 0 {
		from = targets[0].Pos()
	}
	for _, target := range targets {
		if s.Tok != token.DEFINE {
			r.expr(target)
		}
	}
	r.expr(s.X)
	r.state("range", from, s.X.End(), r.xs(targets), r.x(s.X))
	for i, target := range targets {
		if ident, ok := target.(*ast.Ident); ok && s.Tok == token.DEFINE {
			r.declare(ident, "variable", "-", r.x(s.X), []string{"key", "value"}[i])
		} else {
			r.write(target, r.x(target))
		}
	}
}

func (r *reader) cases(body *ast.BlockStmt) {
	for _, clause := range body.List {
		switch clause := clause.(type) {
		case *ast.CaseClause:
			r.exprs(clause.List)
			r.inBlock("case", r.xs(clause.List), clause.Body)
		case *ast.CommClause:
			r.open("case", "[]")
			r.statement(clause.Comm)
			r.list(clause.Body)
			r.close(ends(clause.Body))
		}
	}
}
