package tree

import "skein/importer"

// reduced is a document with only the words that count for trees.
type reduced struct {
	of       *importer.Document
	small    importer.Document
	whole    []*importer.Sentence // the sentences of small as they are in the document
	left     []int                // for each token of small the one of the document
	mentions int                  // those before it have been passed
	times    int
}

// add adds the words of s that count.
func (r *reduced) add(s *importer.Sentence) {
	first := len(r.left)
	for t := behindDateline(r.of, s); t < s.Last; {
		main, last := r.name(t, s.Last)
		if end := r.time(t, s.Last); end >= last {
			if k := len(r.left) - 1; k >= first && r.left[k] == t-1 && r.of.Tokens[t-1].Tag == importer.Adp { // "on Monday"
				r.left, r.small.Tokens = r.left[:k], r.small.Tokens[:k]
			}
			t = end
			continue
		}
		r.left, r.small.Tokens = append(r.left, main), append(r.small.Tokens, r.of.Tokens[main])
		for ; t < last; t++ {
			if t != main {
				r.of.Tree[t] = importer.Arc{Head: main, Relation: "flat"}
			}
		}
	}
	if len(r.left) > first {
		x := *s
		x.First, x.Last = first, len(r.left)
		r.small.Sentences, r.whole = append(r.small.Sentences, x), append(r.whole, s)
	}
}

// restore sets the arcs of the document to those of small, and hangs the words that were left out on the one before them.
func (r *reduced) restore() {
	tree := r.of.Tree
	for i, s := range r.whole {
		k, last := r.small.Sentences[i].First, r.small.Sentences[i].Last
		before := r.left[k]
		for t := s.First; t < s.Last; t++ {
			switch {
			case k < last && t == r.left[k]:
				before = t
				tree[t] = r.small.Tree[k]
				if h := tree[t].Head; h >= 0 {
					tree[t].Head = r.left[h]
				}
				k++
			case tree[t].Head < 0:
				tree[t] = importer.Arc{Head: before, Relation: "dep"}
			}
		}
	}
}

// name is the main word of the name that begins at token t, and the token behind it; t and the next token where none begins.
func (r *reduced) name(t, end int) (main, last int) {
	d := r.of
	begin := d.Tokens[t].Begin
	for r.mentions < len(d.Mentions) && d.Mentions[r.mentions].Begin < begin {
		r.mentions++
	}
	longest := -1
	for k := r.mentions; k < len(d.Mentions) && d.Mentions[k].Begin == begin; k++ {
		if longest < 0 || d.Mentions[k].End > d.Mentions[longest].End {
			longest = k
		}
	}
	main, last = t, t+1
	if longest < 0 {
		return main, last
	}
	m := &d.Mentions[longest]
	for ; last < end && d.Tokens[last].Begin < m.End; last++ {
		if d.Tokens[last].Begin < m.Head.End {
			main = last
		}
	}
	if m.Part > longest && last+1 < end && d.Word(last) == "," && d.Tokens[last+1].Begin == d.Mentions[m.Part].Begin {
		_, last = r.name(last+1, end) // "3rd Battalion, 187th Infantry Regiment"
	}
	return main, last
}

// time is the token behind the time that begins at token t, or t where none does.
func (r *reduced) time(t, end int) int {
	d := r.of
	begin := d.Tokens[t].Begin
	for r.times < len(d.Times) && d.Times[r.times].Begin < begin {
		r.times++
	}
	if r.times < len(d.Times) && d.Times[r.times].Begin == begin {
		for t < end && d.Tokens[t].Begin < d.Times[r.times].End {
			t++
		}
	}
	return t
}

// maxDateline is how many tokens a dateline may have.
const maxDateline = 24

// behindDateline is the first token of s that is no part of a dateline.
func behindDateline(d *importer.Document, s *importer.Sentence) int {
	if s.Role == importer.Dateline {
		for t := s.First; t < min(s.Last, s.First+maxDateline); t++ {
			switch d.Word(t) {
			case "–", "—", "--", "-", "―":
				return t + 1
			}
		}
	}
	return s.First
}
