package clause

// setOff goes left from the comma at chunk k, right before a verb, over a relative clause between commas to what that
// stands behind: "The group, which is part of X and whose leader, Y, was killed, has", "The crew, most of whom are hurt,
// is"; -1 where there is none.
func (p *Parser) setOff(k int) int {
	if p.sortAt(k) != comma {
		return -1
	}
	verb := false
	for i := k - 1; i > 0; i-- {
		switch p.chunks[i].sort {
		case mark:
			if w := p.chunks[i].word; w != "(" && w != ")" {
				return -1
			}
		case verbGroup:
			verb = true
		case conjunction:
			if p.sortAt(i-1) == comma && p.sortAt(i+1) == nounPhrase {
				return -1 // "X, who commands A, and Y, who commands B, met"
			}
		case relative:
			if p.chunks[i].word == "whose" && !verb && p.sortAt(i+1) == nounPhrase {
				return i + 1 // "whose leader, X, was killed"
			}
			j := i - 1
			if p.sortAt(j) == preposition {
				for j--; j > 0 && p.sortAt(j) != comma && i-j < 4; j-- {
				}
			}
			switch {
			case p.sortAt(j) == conjunction:
			case p.sortAt(j) == comma && p.sortAt(j-1) == nounPhrase:
				return j - 1
			default:
				return -1
			}
		}
	}
	return -1
}

// quantified reports whether the preposition at a token is the "of" of "most of the troops": they act.
func (p *Parser) quantified(prep int) bool {
	if p.lower(prep) != "of" {
		return false
	}
	switch p.lower(prep - 1) {
	case "most", "many", "some", "several", "few", "all", "both", "each", "any", "half", "much":
		return true
	}
	return false
}
