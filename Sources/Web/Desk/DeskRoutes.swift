/// Every page of the office's work.
package func deskRoutes(_ work: OfficeWork, _ frame: Frame) -> [Route] {
  let records = RecordPages(work: work, frame: frame)
  return records.additions + DuePages(work: work, frame: frame).routes + RequestPages(work: work, frame: frame).routes
    + DecisionPages(work: work, frame: frame).routes + EndPages(work: work, frame: frame).routes
    + LogPage(frame: frame).routes + AdoptionPages(work: work, frame: frame).routes
    + LetterPages(work: work, frame: frame).routes + LetterBatchPages(work: work, frame: frame).routes
    + DocumentPages(work: work, frame: frame).routes
    + ReportRoutes(ReportWork(work), frame).routes
    + records.routes + KeepingPages(work: work, frame: frame).routes + DisposalPages(work: work, frame: frame).routes
    + RetentionPages(work: work, frame: frame).routes + ExportPages(work: work, frame: frame).routes
    + DowntimePages(work: work, frame: frame).routes + ForecastRoutes(work: work, frame: frame).routes
}
