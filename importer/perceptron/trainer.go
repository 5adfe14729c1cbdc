package perceptron

import (
	"cmp"
	"slices"
)

// Trainer learns the weights of a model.
type Trainer struct {
	classes int
	rows    map[uint64]int32 // feature → row
	weight  []int32          // classes for each row: the weight now
	total   []int64          // the sum of the weight over all steps up to stamp
	stamp   []int32
	step    int32
}

// NewTrainer begins to learn a model with that many classes.
func NewTrainer(classes int) *Trainer {
	return &Trainer{classes: classes, rows: map[uint64]int32{}}
}

// Score adds the weights that features have now to scores.
func (t *Trainer) Score(features []uint64, scores []int32) {
	for _, f := range features {
		row, ok := t.rows[f]
		if !ok {
			continue
		}
		w := t.weight[int(row)*t.classes : (int(row)+1)*t.classes]
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
		row, ok := t.rows[f]
		if !ok {
			row = int32(len(t.rows))
			t.rows[f] = row
			n := t.classes
			t.weight = append(t.weight, make([]int32, n)...)
			t.total = append(t.total, make([]int64, n)...)
			t.stamp = append(t.stamp, make([]int32, n)...)
		}
		t.move(int(row)*t.classes+right, 1)
		t.move(int(row)*t.classes+guess, -1)
	}
}

func (t *Trainer) move(at int, by int32) {
	t.total[at] += int64(t.weight[at]) * int64(t.step-t.stamp[at])
	t.stamp[at] = t.step
	t.weight[at] += by
}

// mean is the weight at a place in the mean over all steps, times 2^16.
func (t *Trainer) mean(at int) int64 {
	sum := t.total[at] + int64(t.weight[at])*int64(t.step-t.stamp[at])
	return (sum << 16) / int64(max(t.step, 1))
}

// Model is what was learned, with the most telling features, at most limit of them: those with the greatest weights.
func (t *Trainer) Model(limit int) *Model {
	type row struct {
		f       uint32
		largest int64
		at      int
	}
	rows := make([]row, 0, len(t.rows))
	top := int64(1)
	for f, r := range t.rows {
		x := row{f: fingerprint(f), at: int(r) * t.classes}
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
