using System.Runtime.CompilerServices;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;
using KlaviyoLinq.Sending;
using KlaviyoLinq.Writing;

namespace KlaviyoLinq;

/// <content>Actions on one resource.</content>
public static partial class KlaviyoCommands
{
    /// <summary>Sends a campaign: at once, or at the time of its send strategy. It cannot be undone.</summary>
    /// <param name="reference">The campaign, a draft.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The job that sends it.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("send_campaign")]
    public static Task<KlaviyoJob<CampaignSendJob>> SendAsync(
        this KlaviyoReference<Campaign> reference,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ActionCommands.SendCampaignAsync(reference, CommandSite.Of("SendAsync", null, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Cancels the sending of a campaign. What was sent remains sent.</summary>
    /// <param name="reference">The campaign.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("cancel_campaign_send")]
    public static Task CancelSendAsync(
        this KlaviyoReference<Campaign> reference,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Site site = CommandSite.Of("CancelSendAsync", null, callerFilePath, callerLineNumber);
        return ActionCommands.StopCampaignAsync(reference, "cancel", site, cancellationToken);
    }

    /// <summary>Stops the sending of a campaign and makes it a draft again.</summary>
    /// <param name="reference">The campaign.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("cancel_campaign_send")]
    public static Task RevertToDraftAsync(
        this KlaviyoReference<Campaign> reference,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Site site = CommandSite.Of("RevertToDraftAsync", null, callerFilePath, callerLineNumber);
        return ActionCommands.StopCampaignAsync(reference, "revert", site, cancellationToken);
    }

    /// <summary>Copies a campaign.</summary>
    /// <param name="reference">The campaign.</param>
    /// <param name="name">The name of the copy (<c>new_name</c>); null for the one that Klaviyo chooses.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("create_campaign_clone")]
    public static Task<Campaign> CloneAsync(
        this KlaviyoReference<Campaign> reference,
        string? name = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Site site = CommandSite.Of("CloneAsync", null, callerFilePath, callerLineNumber);
        return ActionCommands.CloneAsync(reference, "/api/campaign-clone", "new_name", name, site, cancellationToken);
    }

    /// <summary>Estimates the number of recipients of a campaign. Sends a request for a new estimation, waits for its job, and reads the estimation.</summary>
    /// <param name="reference">The campaign.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The number of recipients.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("refresh_campaign_recipient_estimation")]
    public static Task<long> EstimateRecipientsAsync(
        this KlaviyoReference<Campaign> reference,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ActionCommands.EstimateAsync(reference, CommandSite.Of("EstimateRecipientsAsync", null, callerFilePath, callerLineNumber), cancellationToken);
    }

    /// <summary>Assigns a copy of a template to a message of a campaign.</summary>
    /// <param name="reference">The message.</param>
    /// <param name="templateId">The id of the template.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("assign_template_to_campaign_message")]
    public static Task AssignTemplateAsync(
        this KlaviyoReference<CampaignMessage> reference,
        string templateId,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(templateId))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(templateId);
        Site site = CommandSite.Of("AssignTemplateAsync", callerArgument, callerFilePath, callerLineNumber);
        return ActionCommands.AssignTemplateAsync(reference, templateId, site, cancellationToken);
    }

    /// <summary>Copies a template.</summary>
    /// <param name="reference">The template.</param>
    /// <param name="name">The name of the copy; null for the one that Klaviyo chooses.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("clone_template")]
    public static Task<Template> CloneAsync(
        this KlaviyoReference<Template> reference,
        string? name = null,
        CancellationToken cancellationToken = default,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Site site = CommandSite.Of("CloneAsync", null, callerFilePath, callerLineNumber);
        return ActionCommands.CloneAsync(reference, "/api/template-clone", "name", name, site, cancellationToken);
    }

    /// <summary>Renders a template with a context. Changes nothing.</summary>
    /// <param name="reference">The template.</param>
    /// <param name="context">The values of the template's variables.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <returns>The template, with the rendered <see cref="Template.Html"/> and <see cref="Template.Text"/>.</returns>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("render_template")]
    public static Task<Template> RenderAsync(
        this KlaviyoReference<Template> reference,
        KlaviyoMap context,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(context))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(context);
        Site site = CommandSite.Of("RenderAsync", callerArgument, callerFilePath, callerLineNumber);
        return ActionCommands.RenderAsync(reference, context, site, cancellationToken);
    }

    /// <summary>Merges another profile into this one, and deletes the other. It cannot be undone.</summary>
    /// <param name="reference">The profile that remains.</param>
    /// <param name="sourceId">The id of the profile that is merged and deleted.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    /// <exception cref="KlaviyoUnknownOutcomeException">The answer was lost, and a second request would have an effect of its own.</exception>
    /// <exception cref="KlaviyoNotFoundException">No resource has this id.</exception>
    [Operations("merge_profiles")]
    public static Task MergeAsync(
        this KlaviyoReference<Profile> reference,
        string sourceId,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(sourceId))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(sourceId);
        Site site = CommandSite.Of("MergeAsync", callerArgument, callerFilePath, callerLineNumber);
        return ActionCommands.MergeAsync(reference, sourceId, site, cancellationToken);
    }
}
