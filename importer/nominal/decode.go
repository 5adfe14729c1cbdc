package nominal

import "skein/importer/perceptron"

// weights is a classifier in training or trained.
type weights interface {
	Score(features []uint64, scores []int32)
}

// stepFeature stands for a token whose left neighbour has the label; labels(kinds) stands for the begin of the sentence.
func stepFeature(label int) uint64 { return perceptron.Mix(1<<40, uint64(label)) }

// steps is the weight of each label behind each of n labels, and behind the begin of the sentence.
func steps(w weights, n int) [][]int32 {
	out := make([][]int32, n+1)
	for a := range out {
		out[a] = make([]int32, n)
		w.Score([]uint64{stepFeature(a)}, out[a])
	}
	return out
}

// chain finds the best chain of labels of a sentence.
type chain struct {
	labels int
	score  []int32 // labels for each token
	best   []int64
	back   []uint8
}

func newChain(kinds int) *chain {
	return &chain{labels: labels(kinds)}
}

// room makes place for n tokens.
func (c *chain) room(n int) {
	if need := n * c.labels; cap(c.score) < need {
		c.score, c.best, c.back = make([]int32, need), make([]int64, need), make([]uint8, need)
	}
	c.score, c.best, c.back = c.score[:n*c.labels], c.best[:n*c.labels], c.back[:n*c.labels]
	clear(c.score)
}

func (c *chain) at(i int) []int32 { return c.score[i*c.labels : (i+1)*c.labels] }

const never = -1 << 50

// decode writes the best chain of labels to out, by the scores in c and the weights of pairs of labels.
func (c *chain) decode(out []int, step [][]int32) {
	n, L := len(out), c.labels
	if n == 0 {
		return
	}
	for b := range L {
		c.best[b] = never
		if follows(0, b) {
			c.best[b] = int64(c.score[b]) + int64(step[L][b])
		}
	}
	for i := 1; i < n; i++ {
		prev, now := c.best[(i-1)*L:i*L], c.best[i*L:(i+1)*L]
		back, score := c.back[i*L:(i+1)*L], c.score[i*L:(i+1)*L]
		for b := range L {
			most, from := int64(never), 0
			if b > 0 && (placeOf(b) == inner || placeOf(b) == last) {
				k := kindOf(b)
				for _, p := range [...]int{first, inner} {
					a := label(k, p)
					if v := prev[a] + int64(step[a][b]); v > most {
						most, from = v, a
					}
				}
			} else {
				most, from = prev[0]+int64(step[0][b]), 0
				for a := 1; a < L; a += places {
					if v := prev[a+alone] + int64(step[a+alone][b]); v > most {
						most, from = v, a+alone
					}
					if v := prev[a+last] + int64(step[a+last][b]); v > most {
						most, from = v, a+last
					}
				}
			}
			now[b], back[b] = most+int64(score[b]), uint8(from)
		}
	}
	end := 0
	for b := range L {
		if !open(b) && c.best[(n-1)*L+b] > c.best[(n-1)*L+end] {
			end = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		out[i] = end
		end = int(c.back[i*L+end])
	}
}
