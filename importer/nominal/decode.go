package nominal

import "skein/importer/perceptron"

// stepFeature stands for a token whose left neighbour has the label; labels(kinds) stands for the begin of the sentence.
func stepFeature(label int) uint64 { return perceptron.Mix(1<<40, uint64(label)) }

// steps is the weight of each of n labels behind each other: steps[b][a] is that of b behind a, and steps[b][n] at the begin of
// the sentence.
func steps(w *perceptron.Model, n int) [][]int32 {
	out := make([][]int32, n)
	for b := range out {
		out[b] = make([]int32, n+1)
	}
	weights := make([]int32, n)
	for a := range n + 1 {
		clear(weights)
		w.Score([]uint64{stepFeature(a)}, weights)
		for b, v := range weights {
			out[b][a] = v
		}
	}
	return out
}

// search finds the best chain of labels of a sentence.
type search struct {
	labels int
	score  []int32 // labels for each token
	sum    []int64
	back   []uint8
}

func newSearch(kinds int) *search {
	return &search{labels: labels(kinds)}
}

// room makes place for n tokens.
func (c *search) room(n int) {
	if need := n * c.labels; cap(c.score) < need {
		c.score, c.sum, c.back = make([]int32, need), make([]int64, need), make([]uint8, need)
	}
	c.score, c.sum, c.back = c.score[:n*c.labels], c.sum[:n*c.labels], c.back[:n*c.labels]
	clear(c.score)
}

func (c *search) at(i int) []int32 { return c.score[i*c.labels : (i+1)*c.labels] }

const never = -1 << 50

// best writes the best chain of labels to out, by the scores in c and the weights of pairs of labels.
func (c *search) best(out []int, step [][]int32) {
	n, L := len(out), c.labels
	if n == 0 {
		return
	}
	for b := range L {
		c.sum[b] = never
		if follows(0, b) {
			c.sum[b] = int64(c.score[b]) + int64(step[b][L])
		}
	}
	for i := 1; i < n; i++ {
		prev, now := c.sum[(i-1)*L:i*L], c.sum[i*L:(i+1)*L]
		back, score := c.back[i*L:(i+1)*L], c.score[i*L:(i+1)*L]
		for b := range L {
			most, from, step := int64(never), 0, step[b][:L]
			if b > 0 && (placeOf(b) == inner || placeOf(b) == last) {
				k := kindOf(b)
				for _, p := range [...]int{first, inner} {
					a := label(k, p)
					if v := prev[a] + int64(step[a]); v > most {
						most, from = v, a
					}
				}
			} else {
				most = prev[0] + int64(step[0])
				for a := 1; a+last < L; a += places {
					if v := prev[a+alone] + int64(step[a+alone]); v > most {
						most, from = v, a+alone
					}
					if v := prev[a+last] + int64(step[a+last]); v > most {
						most, from = v, a+last
					}
				}
			}
			now[b], back[b] = most+int64(score[b]), uint8(from)
		}
	}
	end := 0
	for b := range L {
		if !open(b) && c.sum[(n-1)*L+b] > c.sum[(n-1)*L+end] {
			end = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = end
		end = int(c.back[i*L+end])
	}
}
