namespace KlaviyoLinq.Forms;

/// <summary><c>ResumeFrom(checkpoint)</c>: the rows behind those of an earlier run. Where that is, only the run knows; the judge does not need to.</summary>
internal sealed class ResumeStage(Site site) : Stage(site);
