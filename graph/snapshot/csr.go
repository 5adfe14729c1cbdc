package snapshot

import "skein/graph"

// csr maps rows to sorted lists of dense ids, all in one slice (compressed sparse rows).
type csr struct {
	start []int32 // row i is list[start[i]:start[i+1]]
	list  []int32
}

func (c *csr) row(i int) []int32 {
	if i < 0 || i+1 >= len(c.start) {
		return nil
	}
	return c.list[c.start[i]:c.start[i+1]:c.start[i+1]]
}

// newCSR makes the rows out of pairs (row, value), which each must give twice in the same order: once to count, once
// to fill. Values of a row keep their order.
func newCSR(rows int, each func(yield func(row, value int))) csr {
	c := csr{start: make([]int32, rows+1)}
	each(func(row, _ int) { c.start[row+1]++ })
	for i := range rows {
		c.start[i+1] += c.start[i]
	}
	c.list = make([]int32, c.start[rows])
	next := append([]int32(nil), c.start[:rows]...)
	each(func(row, value int) {
		c.list[next[row]] = int32(value)
		next[row]++
	})
	return c
}

// contents is what stands in each article.
type contents struct{ sightings, claims csr }

func (s *Snapshot) articleIndex() map[graph.ID]int32 {
	s.articleOnce.Do(func() {
		s.articleAt = make(map[graph.ID]int32, len(s.articles))
		for i := range s.articles {
			s.articleAt[s.articles[i].ID] = int32(i)
		}
	})
	return s.articleAt
}

func (s *Snapshot) readContents() *contents {
	at := s.articleIndex()
	return &contents{
		sightings: newCSR(len(s.articles), func(yield func(row, value int)) {
			for e := range s.entities {
				var last graph.ID
				for i := range s.entities[e].Sightings {
					id := s.entities[e].Sightings[i].Article
					if id == last {
						continue
					}
					if a, ok := at[id]; ok {
						yield(int(a), e)
					}
					last = id
				}
			}
		}),
		claims: newCSR(len(s.articles), func(yield func(row, value int)) {
			for c := range s.claims {
				var last graph.ID
				for i := range s.claims[c].Evidence {
					id := s.claims[c].Evidence[i].Article
					if id == last {
						continue
					}
					if a, ok := at[id]; ok {
						yield(int(a), c)
					}
					last = id
				}
			}
		}),
	}
}

// readNear is the claims of each entity.
func readNear(entities int, claims []Claim) csr {
	return newCSR(entities, func(yield func(row, value int)) {
		for i := range claims {
			c := &claims[i]
			yield(c.From, i)
			if c.To >= 0 && c.To != c.From {
				yield(c.To, i)
			}
		}
	})
}
