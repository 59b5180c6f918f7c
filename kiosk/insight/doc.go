// Package insight turns the contributions of closed visits into releases:
// what managers may read, and the only thing they may read.
//
// The rule, with k from the room's settings (floor [kiosk.MinK]):
//
//   - A cell is one value: a station's figure, by key, by second of a curve or
//     by step of a flow. It is published only when no visit or at least k
//     visits stand behind it.
//   - A published cell advances only to a set of visits that differs from that
//     of every version published before by none or by at least k of them. A
//     visit differs when it came, was withdrawn, or says another thing since a
//     late fact. Until then the cell keeps its value, "as of release n".
//   - Fewer than k closed visits of a scenario version are "too few", and
//     nothing tells how many there are.
//
// So neither a release nor a comparison of two of them speaks of fewer than k
// visits, however closely somebody watches.
package insight
