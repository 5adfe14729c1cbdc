package perceptron

import (
	"cmp"
	"slices"
)

// Trainer learns the weights of a model.
type Trainer struct {
	classes int
	table   []entry // by hash, a power of two of them
	rows    int
	weight  []int32 // classes for each row: the weight now
	total   []int64 // the sum of the weight over all steps up to stamp
	stamp   []int32
	step    int32
}

// entry says where the weights of a feature stand; feature 0 is an empty one.
type entry struct {
	feature uint64
	row     int32
}

// NewTrainer begins to learn a model with that many classes, at most 64.
func NewTrainer(classes int) *Trainer {
	if classes > most {
		panic("perceptron: too many classes")
	}
	return &Trainer{classes: classes, table: make([]entry, 1<<10)}
}

// find is where the feature stands in the table, or where it belongs.
func (t *Trainer) find(feature uint64) *entry {
	mask := uint64(len(t.table) - 1)
	at := feature * 0x9e3779b97f4a7c15 >> 32 & mask
	for t.table[at].feature != 0 && t.table[at].feature != feature {
		at = (at + 1) & mask
	}
	return &t.table[at]
}

// row is the row of the feature, which is made where there is none.
func (t *Trainer) row(feature uint64) int {
	e := t.find(feature)
	if e.feature != 0 {
		return int(e.row)
	}
	if t.rows*2 >= len(t.table) {
		old := t.table
		t.table = make([]entry, 2*len(old))
		for _, x := range old {
			if x.feature != 0 {
				*t.find(x.feature) = x
			}
		}
		e = t.find(feature)
	}
	*e = entry{feature, int32(t.rows)}
	t.rows++
	n := t.classes
	t.weight = append(t.weight, make([]int32, n)...)
	t.total = append(t.total, make([]int64, n)...)
	t.stamp = append(t.stamp, make([]int32, n)...)
	return int(e.row)
}

// Score adds the weights that features have now to scores.
func (t *Trainer) Score(features []uint64, scores []int32) {
	for _, f := range features {
		e := t.find(f)
		if e.feature == 0 {
			continue
		}
		w := t.weight[int(e.row)*t.classes : (int(e.row)+1)*t.classes]
		for i, v := range w {
			scores[i] += v
		}
	}
}

// Step counts one example. It is called once for each, whether it was guessed right or not.
func (t *Trainer) Step() { t.step++ }

// Update moves the weights of features towards the right class and away from the guessed one.
func (t *Trainer) Update(features []uint64, right, guess int) {
	if right == guess {
		return
	}
	for _, f := range features {
		row := t.row(f)
		t.move(row*t.classes+right, 1)
		t.move(row*t.classes+guess, -1)
	}
}

// Shift moves the weights of features for each class by the number that stands at its place. It is for callers whose classes
// have something in common.
func (t *Trainer) Shift(features []uint64, by []int32) {
	for _, f := range features {
		row := t.row(f) * t.classes
		for c, n := range by {
			if n != 0 {
				t.move(row+c, n)
			}
		}
	}
}

// sum is the sum of the weight at a place over all steps.
func (t *Trainer) sum(at int) int64 {
	return t.total[at] + int64(t.weight[at])*int64(t.step-t.stamp[at])
}

func (t *Trainer) move(at int, by int32) {
	t.total[at] += int64(t.weight[at]) * int64(t.step-t.stamp[at])
	t.stamp[at] = t.step
	t.weight[at] += by
}

// mean is the weight at a place in the mean over all steps, times 2^16.
func (t *Trainer) mean(at int) int64 {
	return (t.sum(at) << 16) / int64(max(t.step, 1))
}

// Model is what was learned, with the most telling features, at most limit of them: those with the greatest weights.
func (t *Trainer) Model(limit int) *Model {
	type row struct {
		f       uint32
		largest int64
		at      int
	}
	rows := make([]row, 0, t.rows)
	top := int64(1)
	for _, e := range t.table {
		if e.feature == 0 {
			continue
		}
		x := row{f: fingerprint(e.feature), at: int(e.row) * t.classes}
		for i := range t.classes {
			x.largest = max(x.largest, abs(t.mean(x.at+i)))
		}
		rows = append(rows, x)
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.largest, a.largest), cmp.Compare(a.f, b.f), cmp.Compare(a.at, b.at))
	})
	seen := map[uint32]bool{}
	rows = slices.DeleteFunc(rows, func(r row) bool {
		twice := seen[r.f]
		seen[r.f] = true
		return twice || r.largest == 0
	})
	if len(rows) > limit {
		rows = rows[:limit]
	}
	if len(rows) > 0 { // a few features with huge weights must not cost all others their precision
		top = max(1, rows[len(rows)/1000].largest)
	}
	m := newModel(t.classes, len(rows))
	weights := make([]int8, t.classes)
	for _, r := range rows {
		for i := range weights {
			weights[i] = int8(min(max((t.mean(r.at+i)*127+sign(t.mean(r.at+i))*top/2)/top, -127), 127))
		}
		if m.put(r.f, weights) != nil {
			panic("perceptron: a feature was seen twice after all")
		}
	}
	return m
}

func abs(n int64) int64 { return max(n, -n) }

func sign(n int64) int64 {
	if n < 0 {
		return -1
	}
	return 1
}
