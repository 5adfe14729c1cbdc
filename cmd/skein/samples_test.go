package main

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

var update = flag.Bool("update", false, "mark anew in testdata/samples.txt what is not found")

// TestSamples compares the graph of the samples with what a reader of them wrote down (testdata/samples.txt).
func TestSamples(t *testing.T) {
	const path = "testdata/samples.txt"
	s := sayingOf(look(t, demo(t)))
	lines := strings.SplitAfter(read(t, path), "\n")
	found, all := 0, 0
	for n, line := range lines {
		text := strings.TrimSpace(strings.TrimPrefix(line, "?"))
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		ok := s.holds(t, text)
		all++
		if ok {
			found++
		}
		known := !strings.HasPrefix(line, "?")
		switch {
		case ok == known:
		case *update && ok:
			lines[n] = text + "\n"
		case *update:
			lines[n] = "? " + text + "\n"
		case ok:
			t.Errorf("%s:%d: found now; take the ? away (or run this test with -update):\n%s", path, n+1, text)
		default:
			t.Errorf("%s:%d: not found any more:\n%s", path, n+1, text)
		}
	}
	t.Logf("%d of %d statements found", found, all)
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(lines, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// saying is a graph that can be asked whether a statement holds.
type saying struct {
	*snapshot.Snapshot
	named map[string][]int // entities by folded name or alias
}

func sayingOf(s *snapshot.Snapshot) saying {
	x := saying{s, map[string][]int{}}
	for i := range s.Entities() {
		e := &s.Entities()[i]
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if key := snapshot.Fold(name); !slices.Contains(x.named[key], i) {
				x.named[key] = append(x.named[key], i)
			}
		}
	}
	return x
}

func (s saying) of(name string) []int { return s.named[snapshot.Fold(name)] }

// holds reports whether a line of the file is true.
func (s saying) holds(t *testing.T, line string) bool {
	t.Helper()
	verb, rest, _ := strings.Cut(line, " ")
	field := strings.Split(rest, "|")
	for i := range field {
		field[i] = strings.TrimSpace(field[i])
	}
	want := map[string]int{"claim": 3, "event": 4, "says": 2, "one": 2, "two": 2}[verb]
	if len(field) != want || field[0] == "" {
		t.Fatalf("what is %q?", line)
	}
	switch verb {
	case "claim":
		return s.claims(field[0], graph.Predicate(field[1]), field[2])
	case "event":
		return s.event(graph.Type(field[0]), field[1], graph.Modality(field[2]), field[3])
	case "says":
		return s.statement(field[0], field[1])
	}
	a, b := s.of(field[0]), s.of(field[1])
	both := slices.ContainsFunc(a, func(i int) bool { return slices.Contains(b, i) })
	if verb == "one" {
		return both
	}
	return len(a) > 0 && len(b) > 0 && !both
}

func (s saying) claims(subject string, p graph.Predicate, object string) bool {
	from, to := s.of(subject), s.of(object)
	return slices.ContainsFunc(s.Claims(), func(c snapshot.Claim) bool {
		return c.Predicate == p && slices.Contains(from, c.From) && slices.Contains(to, c.To)
	})
}

// event looks for an event that one of the articles tells with the trigger, or the main word of it.
func (s saying) event(typ graph.Type, trigger string, m graph.Modality, time string) bool {
	return slices.ContainsFunc(s.Entities(), func(e snapshot.Entity) bool {
		if e.Type != typ && !(e.Type == schema.NamedEvent && e.Name == trigger) || m != "" && e.Modality != m || time != "" && e.Time != time {
			return false
		}
		return slices.ContainsFunc(e.Sightings, func(x graph.Sighting) bool {
			a, ok := s.Article(x.Article)
			return ok && slices.ContainsFunc(x.Mentions, func(m graph.Span) bool {
				return overlap(m.In(s.Articles()[a].Text), trigger)
			})
		})
	})
}

// overlap reports whether all words of the one stand in the other.
func overlap(a, b string) bool {
	x, y := strings.Fields(snapshot.Fold(a)), strings.Fields(snapshot.Fold(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

func (s saying) statement(speaker, words string) bool {
	who := s.of(speaker)
	return slices.ContainsFunc(s.Claims(), func(c snapshot.Claim) bool {
		return c.Predicate == schema.Statement && slices.Contains(who, c.Speaker) && strings.Contains(c.Value, words)
	})
}
