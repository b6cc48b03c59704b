using System.Runtime.CompilerServices;
using System.Text.Json;
using KlaviyoLinq.Commands;
using KlaviyoLinq.Commands.Bodies;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Forms;
using KlaviyoLinq.Model;

namespace KlaviyoLinq;

/// <summary>
/// Requests of people to be forgotten: <c>klaviyo.Privacy</c>. Klaviyo deletes the profile and all its data. It cannot be undone, and there is no job to
/// look at.
/// </summary>
public sealed class KlaviyoPrivacy
{
    private readonly ICommandEngine _commands;

    internal KlaviyoPrivacy(ICommandEngine commands) => _commands = commands;

    /// <summary>Requests the deletion of the profile of an e-mail address.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("request_profile_deletion")]
    public Task DeleteByEmailAsync(
        string email,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(email))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(email);
        Site site = CommandSite.Of("DeleteByEmailAsync", callerArgument, callerFilePath, callerLineNumber);
        return SendAsync(json => json.Resource("profile", attributes: () => json.Text("email", email)), site, cancellationToken);
    }

    /// <summary>Requests the deletion of the profile of a phone number.</summary>
    /// <param name="phoneNumber">The phone number, in E.164 format.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("request_profile_deletion")]
    public Task DeleteByPhoneAsync(
        string phoneNumber,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(phoneNumber))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(phoneNumber);
        Site site = CommandSite.Of("DeleteByPhoneAsync", callerArgument, callerFilePath, callerLineNumber);
        return SendAsync(json => json.Resource("profile", attributes: () => json.Text("phone_number", phoneNumber)), site, cancellationToken);
    }

    /// <summary>Requests the deletion of a profile.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="cancellationToken">Aborts the request.</param>
    /// <param name="callerArgument">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerFilePath">Supplied by the compiler; do not pass it.</param>
    /// <param name="callerLineNumber">Supplied by the compiler; do not pass it.</param>
    /// <exception cref="KlaviyoCommandRefusedException">Klaviyo cannot do it; nothing was sent.</exception>
    [Operations("request_profile_deletion")]
    public Task DeleteAsync(
        KlaviyoReference<Profile> profile,
        CancellationToken cancellationToken = default,
        [CallerArgumentExpression(nameof(profile))] string? callerArgument = null,
        [CallerFilePath] string? callerFilePath = null,
        [CallerLineNumber] int callerLineNumber = 0)
    {
        ArgumentNullException.ThrowIfNull(profile);
        Site site = CommandSite.Of("DeleteAsync", callerArgument, callerFilePath, callerLineNumber);
        return SendAsync(json => json.Resource("profile", profile.Id, () => { }), site, cancellationToken);
    }

    private Task SendAsync(Action<Utf8JsonWriter> profile, Site site, CancellationToken cancellationToken) =>
        _commands.SendAsync(
            CommandTarget.Post("/api/data-privacy-deletion-jobs", site, json => json.Resource(
                "data-privacy-deletion-job", attributes: () => json.Data("profile", () => profile(json)))),
            cancellationToken);
}
