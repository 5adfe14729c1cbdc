package find

import "skein/graph/schema"

// ministers finds posts with what they are for, without a name behind them: "the Minister of Foreign Affairs", "Secretary of Health and
// Human Services". They take up who has that post.
func (s *scan) ministers() {
	for i := range s.w {
		end := s.ministerEnd(i)
		if end == i || !s.free(i, end) || s.word(end, i).is(capital) {
			continue
		}
		f := found{from: i, to: end}
		f.Type, f.Generic, f.Confidence, f.Rule = schema.Person, true, 0.3, "find/generic"
		if s.speaks(i, end) {
			f.Confidence = 0.5
		}
		s.take(f)
	}
}

// ministerEnd is the end of the post at word i and what it is for, or i.
func (s *scan) ministerEnd(i int) int {
	switch s.w[i].low {
	case "minister", "secretary", "undersecretary":
	default:
		return i
	}
	if low := s.low(i+1, i); !s.w[i].is(capital) || low != "of" && low != "for" {
		return i
	}
	if end := s.concerns(i + 2); end > i+2 {
		return end
	}
	return i
}

// concerns is the end of what a post at word i is for, or i.
func (s *scan) concerns(i int) int {
	if end := s.portfolioEnd(i); end > i {
		return end
	}
	is := func(j int) bool { return s.same(j, i) && s.runWord(j) && s.concern(j) && !s.w[j].in(monthDay) }
	end := i
	for {
		switch {
		case is(end):
			end++
		case end > i && s.low(end, i) == "and" && is(end+1):
			end += 2
		default:
			return end
		}
	}
}
