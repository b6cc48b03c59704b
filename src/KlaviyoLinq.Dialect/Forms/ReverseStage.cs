namespace KlaviyoLinq.Forms;

/// <summary><c>Reverse()</c>, and the turn that <c>LastAsync</c> makes before it takes the first.</summary>
internal sealed class ReverseStage(Site site) : Stage(site);
