/**
 * How a tensor's elements are grouped into channels: panels of `width` channels side by side. A panel consists of
 * segments, a segment of `rows` rows without gaps; element (panel, segment, row, column) lies at base + segment +
 * row · width + column. Offsets count elements. Statistics are numbered panel · width + column.
 *
 * [rows, C] is one panel of one segment; planes [N, C, S] are C panels of N segments, S rows and width 1.
 */
@unmanaged
export class Panels {
  bases: usize;
  panelCount: i32;
  segments: usize;
  segmentCount: i32;
  rows: i32;
  width: i32;

  /** Where a panel begins, in bytes. */
  @inline baseOf(panel: i32): usize {
    return (<usize>load<i32>(this.bases + ((<usize>panel) << 2))) << 2;
  }

  /** Where a segment begins within its panel, in bytes. */
  @inline segmentOf(segment: i32): usize {
    return (<usize>load<i32>(this.segments + ((<usize>segment) << 2))) << 2;
  }

  /** m, the number of elements behind each statistic. */
  @inline get samples(): f64 {
    return <f64>this.segmentCount * <f64>this.rows;
  }
}
