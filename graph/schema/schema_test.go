package schema

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
	"testing"

	"skein/graph"
)

// unique checks that a name or label is there, and met for the first time.
func unique(t *testing.T, met map[string]bool, what, s string) {
	t.Helper()
	if s == "" || strings.TrimSpace(s) != s {
		t.Errorf("%s: %q", what, s)
	}
	if met[s] {
		t.Errorf("%s %q is there twice", what, s)
	}
	met[s] = true
}

func TestKinds(t *testing.T) {
	names, labels, plurals := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, k := range Kinds() {
		unique(t, names, "kind", string(k.Kind))
		unique(t, labels, "label", k.Label)
		unique(t, plurals, "plural", k.Plural)
		if got, ok := KindOf(k.Kind); !ok || got != k {
			t.Errorf("%s is found as %+v", k.Kind, got)
		}
		if !slices.ContainsFunc(Types(), func(x TypeInfo) bool { return x.Kinds[0] == k.Kind }) {
			t.Errorf("nothing is a %s first of all", k.Kind)
		}
	}
	for _, k := range []graph.Kind{graph.Actor, graph.Unit, graph.Place, graph.Event, graph.Equipment} {
		if !names[string(k)] {
			t.Errorf("kind %s is missing", k)
		}
	}
	if got, ok := KindOf("moon"); ok || got.Label != "moon" || got.Plural != "moon" {
		t.Errorf("a kind of nobody's: %+v", got)
	}
}

func TestTypes(t *testing.T) {
	names, labels := map[string]bool{}, map[string]bool{}
	for _, x := range Types() {
		unique(t, names, "type", string(x.Type))
		unique(t, labels, "label", x.Label)
		if len(x.Kinds) == 0 {
			t.Errorf("%s has no kind", x.Type)
		}
		for _, k := range x.Kinds {
			if _, ok := KindOf(k); !ok {
				t.Errorf("%s is a %s, which is no kind", x.Type, k)
			}
		}
		if got, ok := TypeOf(x.Type); !ok || got.Label != x.Label {
			t.Errorf("%s is found as %+v", x.Type, got)
		}
		if IsEvent(x.Type) != slices.Contains(x.Kinds, graph.Event) {
			t.Errorf("%s: IsEvent says %v", x.Type, IsEvent(x.Type))
		}
	}
	if country, _ := TypeOf(Country); !slices.Equal(country.Kinds, []graph.Kind{graph.Place, graph.Actor}) {
		t.Errorf("a country is %v", country.Kinds)
	}
	if got, ok := TypeOf("moon"); ok || len(got.Kinds) == 0 || got.Label != "moon" || IsEvent("moon") {
		t.Errorf("a type of nobody's: %+v", got)
	}
}

func TestPredicates(t *testing.T) {
	names, labels, inverses := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, p := range Predicates() {
		unique(t, names, "predicate", string(p.Predicate))
		unique(t, labels, "label", p.Label)
		unique(t, inverses, "inverse", p.Inverse)
		if p.Symmetric != (p.Label == p.Inverse && !p.Value) {
			t.Errorf("%s reads %q and %q, and symmetric is %v", p.Predicate, p.Label, p.Inverse, p.Symmetric)
		}
		if p.Value && (p.Role || p.Symmetric) {
			t.Errorf("%s has a value, and nothing at its other end", p.Predicate)
		}
		if got, ok := PredicateOf(p.Predicate); !ok || got != p {
			t.Errorf("%s is found as %+v", p.Predicate, got)
		}
	}
	if got, ok := PredicateOf("orbits"); ok || got.Label != "orbits" || got.Inverse != "orbits" {
		t.Errorf("a predicate of nobody's: %+v", got)
	}
}

// TestConstantsHaveEntries reads the constants of this package from its source: each names something in the lists.
func TestConstantsHaveEntries(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "schema.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		of, _ := spec.Type.(*ast.SelectorExpr)
		value, _ := spec.Values[0].(*ast.BasicLit)
		if of == nil || value == nil {
			return true
		}
		name, _ := strconv.Unquote(value.Value)
		switch of.Sel.Name {
		case "Type":
			found++
			if _, ok := TypeOf(graph.Type(name)); !ok {
				t.Errorf("type %s has no entry", name)
			}
		case "Predicate":
			found++
			if _, ok := PredicateOf(graph.Predicate(name)); !ok {
				t.Errorf("predicate %s has no entry", name)
			}
		}
		return true
	})
	if found < len(Predicates())+10 {
		t.Errorf("only %d constants were found", found)
	}
}

// TestListsAreCopies: nobody can change the schema of others.
func TestListsAreCopies(t *testing.T) {
	Kinds()[0].Label, Types()[0].Label, Predicates()[0].Label = "x", "x", "x"
	if Kinds()[0].Label == "x" || Types()[0].Label == "x" || Predicates()[0].Label == "x" {
		t.Error("the lists themselves were changed")
	}
}
