package gazetteer

import (
	"sort"
	"strings"
)

// table is a text of lines sorted by their first column, which a tab ends, searched where it stands: nothing is copied or put into a map,
// so it costs only the offsets of its lines to open.
type table struct {
	text string
	at   []int32
}

func newTable(text string) table {
	t := table{text: text, at: make([]int32, 0, strings.Count(text, "\n"))}
	for i := 0; i < len(text); {
		t.at = append(t.at, int32(i))
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return t
}

// line is line i without its end.
func (t table) line(i int) string {
	s := t.text[t.at[i]:]
	if n := strings.IndexByte(s, '\n'); n >= 0 {
		s = s[:n]
	}
	return s
}

// key is the first column of line i.
func (t table) key(i int) string {
	s := t.text[t.at[i]:]
	return s[:strings.IndexByte(s, '\t')]
}

// first is the first line whose key is not less than key.
func (t table) first(key string) int {
	return sort.Search(len(t.at), func(i int) bool { return t.key(i) >= key })
}

// begins reports whether some key begins with prefix.
func (t table) begins(prefix string) bool {
	i := t.first(prefix)
	return i < len(t.at) && strings.HasPrefix(t.key(i), prefix)
}
