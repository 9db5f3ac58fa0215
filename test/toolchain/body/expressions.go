package main

import (
	"fmt"
	"go/ast"
	"go/token"
)

// typed is a type as the reader of bodies gives it. Of what is in types only the lengths of arrays are expressions, which are read if so asked.
func (r *reader) typed(expr ast.Expr, lengths bool) string {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.Ident:
		if at := r.to(expr); at != "-" {
			return expr.Name + "@" + at
		}
		return expr.Name
	case *ast.SelectorExpr:
		if of, ok := ast.Unparen(expr.X).(*ast.Ident); ok {
			return of.Name + "." + expr.Sel.Name
		}
	case *ast.IndexExpr:
		return r.typed(expr.X, lengths) + r.arguments([]ast.Expr{expr.Index}, lengths)
	case *ast.IndexListExpr:
		return r.typed(expr.X, lengths) + r.arguments(expr.Indices, lengths)
	case *ast.StarExpr:
		return "*" + r.typed(expr.X, lengths)
	case *ast.ArrayType:
		if expr.Len == nil {
			return "[]" + r.typed(expr.Elt, lengths)
		}
		if _, open := expr.Len.(*ast.Ellipsis); !open && lengths {
			r.expr(expr.Len)
		}
		return "[" + r.text.slice(expr.Len) + "]" + r.typed(expr.Elt, lengths)
	case *ast.Ellipsis:
		return "[]" + r.typed(expr.Elt, lengths)
	case *ast.MapType:
		return "map[" + r.typed(expr.Key, lengths) + "]" + r.typed(expr.Value, lengths)
	case *ast.FuncType:
		if lengths {
			r.types(expr.Params)
			r.types(expr.Results)
		}
		return "func"
	case *ast.StructType:
		if lengths {
			r.types(expr.Fields)
		}
		return "struct"
	case *ast.InterfaceType:
		if lengths {
			r.typeConstraints(expr.Methods)
		}
		if len(expr.Methods.List) == 0 {
			return "interface{}"
		}
		return "interface"
	case *ast.ChanType:
		if lengths {
			r.typed(expr.Value, true)
		}
		return "chan " + r.text.slice(expr)
	}
	return "other"
}

func (r *reader) arguments(of []ast.Expr, lengths bool) string {
	found := []string{}
	for _, argument := range of {
		found = append(found, r.typed(argument, lengths))
	}
	return list(found)
}

// union reads the lengths of arrays in a constraint.
func (r *reader) union(expr ast.Expr) {
	switch expr := ast.Unparen(expr).(type) {
	case *ast.BinaryExpr:
		r.union(expr.X)
		r.union(expr.Y)
	case *ast.UnaryExpr:
		r.union(expr.X)
	default:
		r.typed(expr, true)
	}
}

func (r *reader) exprs(exprs []ast.Expr) {
	for _, expr := range exprs {
		r.expr(expr)
	}
}

func (r *reader) expr(expr ast.Expr) {
	expr = ast.Unparen(expr)
	span := r.span(expr)
	switch expr := expr.(type) {
	case *ast.Ident:
		r.print(span, "ref", expr.Name, r.to(expr))
	case *ast.BasicLit:
		kind := map[token.Token]string{token.STRING: "string", token.CHAR: "rune"}[expr.Kind]
		if kind == "" {
			kind = "number"
		}
		r.print(span, "literal", kind)
	case *ast.SelectorExpr:
		r.expr(expr.X)
		r.print(span, "select", r.x(expr.X), expr.Sel.Name)
	case *ast.CallExpr:
		r.expr(expr.Fun)
		r.exprs(expr.Args)
		r.print(span, "call", r.x(expr.Fun), r.xs(expr.Args), fmt.Sprint(expr.Ellipsis.IsValid()), fmt.Sprint(r.block))
		r.calls = append(r.calls, span)
	case *ast.CompositeLit:
		r.composite(expr)
	case *ast.UnaryExpr:
		r.expr(expr.X)
		if local := r.local(expr.X); local != nil && expr.Op == token.AND {
			local.addressed = true
		}
		r.print(span, "unary", expr.Op.String(), r.x(expr.X))
	case *ast.StarExpr:
		r.expr(expr.X)
		r.print(span, "unary", "*", r.x(expr.X))
	case *ast.BinaryExpr:
		r.expr(expr.X)
		r.expr(expr.Y)
		r.print(span, "binary", expr.Op.String(), r.x(expr.X), r.x(expr.Y))
	case *ast.IndexExpr:
		r.index(span, "index", expr.X, expr.Index)
	case *ast.IndexListExpr:
		r.index(span, "index", expr.X, expr.Indices...)
	case *ast.SliceExpr:
		at := []ast.Expr{}
		for _, one := range []ast.Expr{expr.Low, expr.High, expr.Max} {
			if one != nil {
				at = append(at, one)
			}
		}
		r.index(span, "slice", expr.X, at...)
	case *ast.TypeAssertExpr:
		r.expr(expr.X)
		typed := "-"
		if expr.Type != nil {
			typed = r.typed(expr.Type, true)
		}
		r.print(span, "assert", r.x(expr.X), typed, fmt.Sprint(r.block))
	case *ast.FuncLit:
		r.closure(expr, "closure")
	default:
		r.print(span, "type", r.typed(expr, true))
	}
}

func (r *reader) index(span string, op string, of ast.Expr, at ...ast.Expr) {
	r.expr(of)
	r.exprs(at)
	r.print(span, op, r.x(of), r.xs(at))
}

func (r *reader) composite(expr *ast.CompositeLit) {
	typed := "-"
	if expr.Type != nil {
		r.expr(expr.Type)
		typed = r.typed(expr.Type, false)
	}
	entries := []string{}
	for _, element := range expr.Elts {
		if pair, ok := element.(*ast.KeyValueExpr); ok {
			r.expr(pair.Key)
			r.expr(pair.Value)
			entries = append(entries, r.x(pair.Key)+":"+r.x(pair.Value))
		} else {
			r.expr(element)
			entries = append(entries, r.x(element))
		}
	}
	r.print(r.span(expr), "composite", typed, list(entries), fmt.Sprint(r.block))
}

func (r *reader) closure(expr *ast.FuncLit, by string) {
	parameters := r.types(expr.Type.Params)
	results := r.types(expr.Type.Results)
	block := r.open(by, "-")
	r.declareFields(expr.Type.Params, parameters, "parameter")
	r.declareFields(expr.Type.Results, results, "result")
	r.list(expr.Body.List)
	r.close(ends(expr.Body.List))
	r.print(r.span(expr), "func", fmt.Sprint(block))
}
