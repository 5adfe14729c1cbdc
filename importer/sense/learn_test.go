package sense

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// world is a WordNet of the anchors, a brigade, which is a military unit first and then an idea, and a thing that nothing stands above.
func world() (index, data string) {
	var i, d strings.Builder
	i.WriteString("  1 a licence\n")
	senses := map[string]*[6]int{} // synsets
	var words []string
	for k, a := range anchors {
		word, number, _ := strings.Cut(a, "#")
		if senses[word] == nil {
			senses[word], words = &[6]int{900, 901, 902, 903, 904, 905}, append(words, word)
		}
		senses[word][number[0]-'1'] = k
		fmt.Fprintf(&d, "%08d 03 n 01 %s 0 000 | x\n", k, word)
	}
	for _, w := range words {
		fmt.Fprintf(&i, "%s n 6 1 @ 6 0", w)
		for _, x := range senses[w] {
			fmt.Fprintf(&i, " %08d", x)
		}
		i.WriteString("\n")
	}
	unit := 0
	for k, a := range anchors {
		if a == "military_unit#1" {
			unit = k
		}
	}
	fmt.Fprintf(&i, "brigade n 2 1 @ 2 0 00001000 00001001\nthing n 1 1 @ 1 0 00001002\n")
	fmt.Fprintf(&d, "00001000 14 n 01 brigade 0 001 @ %08d n 0000 | x @ 00001002\n00001001 14 n 01 brigade 0 001 @ 00001000 n 0000 | x\n00001002 03 n 01 thing 0 000 | x\n", unit)
	return i.String(), d.String()
}

func TestLearn(t *testing.T) {
	b, err := Learn(world())
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if s := table.Of("brigade"); s[0] == 0 || anchors[s[0]-1] != "military_unit#1" || s[1] != 0 {
		t.Errorf("a brigade is %v", s)
	}
	if s := table.Of("thing"); s != (Senses{}) {
		t.Errorf("a thing is %v", s)
	}
	if _, err := Learn("", ""); err == nil {
		t.Error("a table is made of nothing")
	}
	for n := range len(head) + 3 {
		if _, err := Read(b[:n]); n != len(head) && !errors.Is(err, ErrModel) {
			t.Fatalf("%d bytes are taken for a table", n)
		}
	}
}

func TestStandard(t *testing.T) {
	table, err := Standard()
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]string{"militant": "person#1", "hospital": "building#1", "brigade": "military_unit#1", "week": "time_period#1"} {
		if s := table.Of(word); s[0] == 0 || anchors[s[0]-1] != want {
			t.Errorf("%s is %v, want %s", word, s, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "\x05\x01\x02"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if table, err := Read(b); err == nil {
			table.Of("man")
		}
	})
}
