import Desk
import LawLanguage

/// Every page of a collector.
func collectorRoutes(_ work: CollectorWork, _ frame: Frame) -> [Route] {
  CollectedPages(work: work, frame: frame).routes + RegisterPages(work: work, frame: frame).routes
    + HandInPages(work: work, frame: frame).routes + NonReporterPages(work: work, frame: frame).routes
    + LogPage(frame: frame).routes
}
