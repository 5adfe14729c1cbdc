package perceptron

// Memo remembers what groups of features add up to in a model: those that a word has wherever it stands come again with the
// word, and words come again. It holds a fixed number of groups, the latest of those that would stand in the same place. It
// changes nothing but time, and is for one goroutine.
type Memo struct {
	model *Model
	keys  []uint64
	sums  []int16 // of each key's group, one a class
	fresh [most]int32
}

// memoBits is log2 of the number of groups in a memo.
const memoBits = 13

// NewMemo is an empty memo for a model.
func NewMemo(m *Model) *Memo {
	return &Memo{model: m, keys: make([]uint64, 1<<memoBits), sums: make([]int16, m.classes<<memoBits)}
}

// Recall adds what the group of features under the key adds up to, if it remembers.
func (m *Memo) Recall(key uint64, scores []int32) bool {
	at := int(key >> (64 - memoBits))
	if m.keys[at] != key|1 {
		return false
	}
	for i, v := range m.sums[at*m.model.classes:][:len(scores)] {
		scores[i] += int32(v)
	}
	return true
}

// Score adds the weights of a group of features, fewer than 256, and remembers them under the key. Keys are hashes ([Mix]); two
// groups of one key, but for its last bit, would be taken for each other.
func (m *Memo) Score(key uint64, features []uint64, scores []int32) {
	fresh := m.fresh[:len(scores)]
	clear(fresh)
	m.model.Score(features, fresh)
	at := int(key >> (64 - memoBits))
	m.keys[at] = key | 1
	for i, v := range fresh {
		m.sums[at*m.model.classes+i] = int16(v)
		scores[i] += v
	}
}
