package eval

// count names one thing that is counted.
type count int

// What is counted; the reference scorer's names stand in countNames.
const (
	entGold count = iota
	entCore
	entTP
	entDup
	entMerge
	entFP
	entJunk
	entIgnored
	entTyped
	entFine
	entCoreTP
	clGold
	clTP
	clPred
	clMapped
	clOK
	clPairTP
	clPairPred
	clPairMapped
	clPairOK
	claimValue
	claimEventLink
	evGold
	evPred
	evTP // typed
	evOK
	evtTP // trigger
	evtOK
	eveTP // either
	eveOK
	evSplit
	roleGold
	roleTP
	rolePred
	modN
	modOK
	modxN
	modxOK
	dateN
	dateTextN
	dateGiven
	dateExact
	dateCompatible
	dateWrong
	dateTextExact
	stN
	stAttr
	stOK
	stExtra
	numCounts
)

// Counts are the sums that the measures are made of.
type Counts [numCounts]int

func (c *Counts) add(d *Counts) {
	for i, n := range d {
		c[i] += n
	}
}

// countIf adds one where ok.
func (c *Counts) countIf(i count, ok bool) {
	if ok {
		c[i]++
	}
}

// reported are the counts a report ends with, under the reference scorer's names.
var reported = []struct {
	count count
	name  string
}{
	{entGold, "ent_gold"}, {entCore, "ent_core"}, {entTP, "ent_tp"}, {entDup, "ent_dup"}, {entMerge, "ent_merge"},
	{entFP, "ent_fp"}, {entJunk, "ent_junk"}, {entIgnored, "ent_ignored"}, {clGold, "cl_gold"}, {clTP, "cl_tp"},
	{clPred, "cl_pred"}, {clMapped, "cl_mapped"}, {claimValue, "claim_value"}, {claimEventLink, "claim_event_link"},
	{evGold, "ev_gold"}, {evTP, "ev_tp"}, {evPred, "ev_pred"}, {evSplit, "ev_split"}, {roleGold, "role_gold"},
	{dateN, "date_n"}, {stN, "st_n"}, {stAttr, "st_attr"}, {stOK, "st_ok"}, {stExtra, "st_extra"},
}

// PRF is precision, recall and their harmonic mean.
type PRF struct{ P, R, F float64 }

func prf(tp, pred, gold int) PRF { return prfOf(tp, pred, tp, gold) }

// prfOf lets the right among the predicted differ from the found among the gold.
func prfOf(right, pred, found, gold int) PRF {
	m := PRF{P: ratio(right, pred), R: ratio(found, gold)}
	if m.P+m.R > 0 {
		m.F = 2 * m.P * m.R / (m.P + m.R)
	}
	return m
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// Measure is one figure with its name: precision, recall and F1, or one ratio.
type Measure struct {
	Name  string
	Three bool
	PRF   // with Three
	Ratio float64
}

// Measures are the figures of the counts, in the order of the report.
func (c *Counts) Measures() []Measure {
	named := c[entTP] + c[entDup] + c[entFP]
	three := func(name string, m PRF) Measure { return Measure{Name: name, Three: true, PRF: m} }
	one := func(name string, a, b count) Measure { return Measure{Name: name, Ratio: ratio(c[a], c[b])} }
	return []Measure{
		three("entities", prf(c[entTP], named, c[entGold])),
		three("entities typed", prf(c[entTyped], named, c[entGold])),
		{Name: "entities P all", Ratio: ratio(c[entTP], named+c[entJunk])},
		one("core recall", entCoreTP, entCore),
		one("kind accuracy", entTyped, entTP),
		one("fine type accuracy", entFine, entTP),
		three("claims strict", prfOf(c[clOK], c[clPred], c[clTP], c[clGold])),
		three("claims pair", prfOf(c[clPairOK], c[clPairPred], c[clPairTP], c[clGold])),
		one("claims strict P mapped", clOK, clMapped),
		one("claims pair P mapped", clPairOK, clPairMapped),
		three("events typed", prfOf(c[evOK], c[evPred], c[evTP], c[evGold])),
		three("events trigger", prfOf(c[evtOK], c[evPred], c[evtTP], c[evGold])),
		three("events either", prfOf(c[eveOK], c[evPred], c[eveTP], c[evGold])),
		three("event roles", prf(c[roleTP], c[rolePred], c[roleGold])),
		one("modality accuracy", modOK, modN),
		one("modality accuracy, gold not asserted", modxOK, modxN),
		one("date given", dateGiven, dateN),
		one("date exact of given", dateExact, dateGiven),
		one("date exact of all", dateExact, dateN),
		one("date exact of all, stated in text", dateTextExact, dateTextN),
		one("speaker given", stAttr, stN),
		one("speaker accuracy", stOK, stAttr),
		one("speaker right of all", stOK, stN),
	}
}
