package snapshot

// slip is a word of the index that a token may be a mistyping of.
type slip struct {
	word    int  // index into names.words
	slips   int  // edits between the token and the word, or its beginning
	unended bool // only the beginning of the word is meant
}

func (s slip) cost() float64 {
	c := costSlip * float64(s.slips)
	if s.unended {
		c += costUnended
	}
	return c
}

// slipsIn is how many slips are allowed in a token: in short words every other word is near.
func slipsIn(token string) int {
	switch {
	case len(token) < 4:
		return 0
	case len(token) < 8:
		return 1
	}
	return 2
}

// maxToken is the length in bytes up to which tokens are compared.
const maxToken = 32

// grid is the table of edit distances (optimal string alignment: insert, delete, replace, exchange neighbours) between
// the beginnings of a word, by row, and those of a token, by column. Rows stand for bytes: after folding, nearly all
// letters are one byte; a slip in another letter may count twice.
type grid struct {
	token string
	rows  [][maxToken + 1]uint8
	least []uint8 // of a row
	begun []uint8 // least distance of the whole token to a beginning of the word up to a row
}

func newGrid(token string, longest int) *grid {
	if len(token) > maxToken {
		token = token[:maxToken]
	}
	g := &grid{token: token, rows: make([][maxToken + 1]uint8, longest+1), least: make([]uint8, longest+1), begun: make([]uint8, longest+1)}
	for k := range len(token) + 1 {
		g.rows[0][k] = uint8(k)
	}
	g.begun[0] = uint8(len(token))
	return g
}

// fill works out row i, for the i-th byte (counted from 1) of the word.
func (g *grid) fill(word string, i int) {
	row, above := &g.rows[i], &g.rows[i-1]
	c := word[i-1]
	row[0] = above[0] + 1
	least := row[0]
	for k := 1; k <= len(g.token); k++ {
		d := above[k-1]
		if g.token[k-1] != c {
			d = 1 + min(d, above[k], row[k-1])
			if i > 1 && k > 1 && g.token[k-2] == c && g.token[k-1] == word[i-2] {
				d = min(d, g.rows[i-2][k-2]+1)
			}
		}
		row[k] = d
		least = min(least, d)
	}
	g.least[i] = least
	g.begun[i] = min(g.begun[i-1], row[len(g.token)])
}

// hopeless reports whether no word that begins like this one up to row i can come within the allowed slips.
func (g *grid) hopeless(i, allowed int) bool {
	return int(g.least[i]) > allowed && (i == 0 || int(g.least[i-1])+1 > allowed)
}

// verdict is the slip for a word worked out up to row i.
func (g *grid) verdict(i, length, allowed int) (slip, bool) {
	if i == length {
		if d := int(g.rows[i][len(g.token)]); d <= allowed && d <= int(g.begun[i]) {
			return slip{slips: d}, true
		}
	}
	d := int(g.begun[i])
	return slip{slips: d, unended: true}, d <= allowed
}

// mistype compares one token and one word.
func mistype(token, word string, allowed int) (slip, bool) {
	word = word[:min(len(word), 2*maxToken)]
	g := newGrid(token, len(word))
	for i := 1; i <= len(word); i++ {
		if g.fill(word, i); g.hopeless(i, allowed) {
			return g.verdict(i, len(word), allowed)
		}
	}
	return g.verdict(len(word), len(word), allowed)
}

// mistyped are the words the token may be a mistyping of, in the order of the index. The words are walked as the trie
// that their shared beginnings make of them: rows of the grid stand as long as the beginning does, and a hopeless
// beginning is passed over with all its words.
func (n *names) mistyped(token string, allowed int) []slip {
	var out []slip
	g := newGrid(token, 2*maxToken)
	rows, dead := 0, -1 // rows worked out; the row that showed the beginning to be hopeless
	for i := range n.words {
		w := &n.words[i]
		shared := min(int(w.shared), 2*maxToken)
		if dead >= 0 && shared >= dead {
			if d := int(g.begun[dead]); d <= allowed {
				out = append(out, slip{i, d, true})
			}
			continue
		}
		dead = -1
		text := n.entries[w.first].text[:w.length]
		length := min(len(text), 2*maxToken)
		rows = min(rows, shared, length)
		for rows < length {
			rows++
			if g.fill(text, rows); g.hopeless(rows, allowed) {
				dead = rows
				break
			}
		}
		if x, ok := g.verdict(rows, len(text), allowed); ok {
			x.word = i
			out = append(out, x)
		}
	}
	return out
}

// withWord are the entries that begin with the word.
func (n *names) withWord(i int) []entry {
	if i+1 < len(n.words) {
		return n.entries[n.words[i].first:n.words[i+1].first]
	}
	return n.entries[n.words[i].first:]
}
