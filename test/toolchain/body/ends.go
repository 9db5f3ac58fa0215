package main

import (
	"go/ast"
	"go/token"
)

// final are functions behind a call of which nothing runs, other than panic.
var final = map[string]bool{
	"os.Exit": true, "runtime.Goexit": true, "log.Fatal": true, "log.Fatalf": true, "log.Fatalln": true, "log.Panic": true, "log.Panicf": true, "log.Panicln": true,
}

// ends tells how control leaves a list of statements: Go's rule for terminating statements (specification, "Terminating statements"), which also
// tells apart how, and for which break, continue and the functions above count too.
func ends(statements []ast.Stmt) string {
	for i := len(statements) - 1; i >= 0; i-- {
		if _, empty := statements[i].(*ast.EmptyStmt); !empty {
			return endOf(statements[i], "")
		}
	}
	return "falls"
}

func endOf(statement ast.Stmt, label string) string {
	switch s := statement.(type) {
	case *ast.LabeledStmt:
		return endOf(s.Stmt, s.Label.Name)
	case *ast.ExprStmt:
		if isPanic(s) || isFinal(s) {
			return "exits"
		}
	case *ast.ReturnStmt:
		return "returns"
	case *ast.BranchStmt:
		return "jumps"
	case *ast.BlockStmt:
		return ends(s.List)
	case *ast.IfStmt:
		if s.Else == nil {
			return "falls"
		}
		return joined(ends(s.Body.List), endOf(s.Else, ""))
	case *ast.SwitchStmt:
		return endOfCases(s.Body, label, false)
	case *ast.TypeSwitchStmt:
		return endOfCases(s.Body, label, false)
	case *ast.SelectStmt:
		return endOfCases(s.Body, label, true)
	case *ast.ForStmt:
		if s.Cond == nil && !leaves(s.Body, label) {
			return "exits"
		}
	}
	return "falls"
}

func endOfCases(body *ast.BlockStmt, label string, always bool) string {
	found := "exits"
	for _, clause := range body.List {
		var statements []ast.Stmt
		switch clause := clause.(type) {
		case *ast.CaseClause:
			statements = clause.Body
			always = always || clause.List == nil
		case *ast.CommClause:
			statements = clause.Body
		}
		if !fallsThrough(statements) {
			found = joined(found, ends(statements))
		}
	}
	if !always || leaves(body, label) {
		return "falls"
	}
	return found
}

func fallsThrough(statements []ast.Stmt) bool {
	for i := len(statements) - 1; i >= 0; i-- {
		switch s := statements[i].(type) {
		case *ast.EmptyStmt:
			continue
		case *ast.BranchStmt:
			return s.Tok == token.FALLTHROUGH
		}
		return false
	}
	return false
}

func joined(one string, other string) string {
	for _, ending := range []string{"falls", "jumps", "returns"} {
		if one == ending || other == ending {
			return ending
		}
	}
	return "exits"
}

// callee is the function of a statement that is a call.
func callee(s *ast.ExprStmt) ast.Expr {
	if call, ok := ast.Unparen(s.X).(*ast.CallExpr); ok {
		return ast.Unparen(call.Fun)
	}
	return nil
}

// isLocal tells whether a name is declared in a function, or may be: then it is not the predeclared one or an import.
func isLocal(ident *ast.Ident) bool {
	if ident.Obj == nil {
		return false
	}
	switch declaration := ident.Obj.Decl.(type) {
	case *ast.FuncDecl:
		return false
	case *ast.ValueSpec:
		return !packageLevel[declaration]
	case *ast.TypeSpec:
		return !packageLevel[declaration]
	}
	return true
}

// packageLevel has the specifications at package level of the file that is read.
var packageLevel map[ast.Spec]bool

func isPanic(s *ast.ExprStmt) bool {
	ident, ok := callee(s).(*ast.Ident)
	return ok && ident.Name == "panic" && !isLocal(ident)
}

func isFinal(s *ast.ExprStmt) bool {
	selector, ok := callee(s).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	of, ok := ast.Unparen(selector.X).(*ast.Ident)
	return ok && !isLocal(of) && final[of.Name+"."+selector.Sel.Name]
}

// leaves tells whether a break in a block leaves the statement with the block and a label.
func leaves(body *ast.BlockStmt, label string) bool {
	found := false
	nested := map[ast.Node]bool{}
	stack := []ast.Node{}
	ast.Inspect(body, func(node ast.Node) bool {
		if node == nil {
			delete(nested, stack[len(stack)-1])
			stack = stack[:len(stack)-1]
			return true
		}
		switch node := node.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			nested[node] = true
		case *ast.BranchStmt:
			if node.Tok == token.BREAK {
				found = found || node.Label == nil && len(nested) == 0 || node.Label != nil && node.Label.Name == label
			}
		}
		stack = append(stack, node)
		return true
	})
	return found
}
