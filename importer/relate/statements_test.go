package relate_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "mark anew in testdata/statements.txt what is wrong")

// TestStatements compares what is found in single sentences with what a reader of them wrote down
// (testdata/statements.txt), and counts what is right of each construction.
func TestStatements(t *testing.T) {
	const path = "testdata/statements.txt"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	type count struct {
		construction string
		right, all   int
	}
	var counts []count
	var got []string
	text := ""
	lines := strings.SplitAfter(string(data), "\n")
	for n, line := range lines {
		statement, marked := strings.CutPrefix(strings.TrimSpace(line), "? ")
		switch {
		case statement == "" || strings.HasPrefix(statement, "#"):
			continue
		case strings.HasPrefix(statement, "["):
			counts = append(counts, count{construction: strings.Trim(statement, "[]")})
			continue
		case strings.HasPrefix(statement, "> "):
			text = strings.ReplaceAll(statement[2:], `\n`, "\n")
			d := read(t, text)
			got = slices.Concat(claims(d), events(d), quotes(d))
			continue
		}
		wanted := strings.TrimPrefix(statement, "-")
		right := slices.Contains(got, wanted) == (wanted == statement)
		c := &counts[len(counts)-1]
		c.all++
		if right {
			c.right++
		}
		switch {
		case right != marked:
		case *update && right:
			lines[n] = statement + "\n"
		case *update:
			lines[n] = "? " + statement + "\n"
		case right:
			t.Errorf("%s:%d: right now; take the ? away (or run this test with -update):\n%s", path, n+1, statement)
		default:
			t.Errorf("%s:%d: wrong in %q:\n%s\ngot\n\t%s", path, n+1, text, statement, strings.Join(got, "\n\t"))
		}
	}
	sum := count{construction: "all"}
	for _, c := range counts {
		t.Logf("%-20s %3d of %3d", c.construction, c.right, c.all)
		sum.right, sum.all = sum.right+c.right, sum.all+c.all
	}
	t.Logf("%-20s %3d of %3d", sum.construction, sum.right, sum.all)
	if *update {
		if err := os.WriteFile(path, []byte(strings.Join(lines, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
