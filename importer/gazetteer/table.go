package gazetteer

import (
	"slices"
	"sort"
	"strings"
)

// table is a text of lines sorted by their first column, which a tab ends, searched where it stands: nothing is copied or put into a map,
// so it costs only the offsets of its lines to open, and the beginnings of their keys, which most of a search gets by with.
type table struct {
	text string
	at   []int32
	head []uint64 // of each key, see headOf
}

func newTable(text string) table {
	n := strings.Count(text, "\n") + 1
	t := table{text: text, at: make([]int32, 0, n), head: make([]uint64, 0, n)}
	for i := 0; i < len(text); {
		t.at = append(t.at, int32(i))
		t.head = append(t.head, headOf(text[i:]))
		n := strings.IndexByte(text[i:], '\n')
		if n < 0 {
			break
		}
		i += n + 1
	}
	return t
}

// headOf is the first eight bytes of a key as a number, so that numbers compare as keys do. The key may end in a tab.
func headOf(key string) (h uint64) {
	for i := 0; i < 8; i++ {
		h <<= 8
		if i >= len(key) || key[i] == '\t' {
			return h << (8 * (7 - i))
		}
		h |= uint64(key[i])
	}
	return h
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
	h := headOf(key)
	from, found := slices.BinarySearch(t.head, h)
	if !found || h&0xff == 0 {
		return from // no key begins like it, or those that do are it
	}
	to := from + sort.Search(len(t.head)-from, func(i int) bool { return t.head[from+i] > h })
	return from + sort.Search(to-from, func(i int) bool { return t.key(from+i) >= key })
}

// begins reports whether some key begins with prefix.
func (t table) begins(prefix string) bool {
	i := t.first(prefix)
	return i < len(t.at) && strings.HasPrefix(t.key(i), prefix)
}
