namespace KlaviyoLinq.Forms;

/// <summary>An operator the witness has no reading for: <c>GroupBy</c>, <c>Zip</c> …</summary>
internal sealed class UnknownStage(Site site) : Stage(site);
