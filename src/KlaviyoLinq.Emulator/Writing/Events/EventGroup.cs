namespace KlaviyoLinq.Emulator.Writing.Events;

/// <summary>Events of one profile in a body.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Place">The pointer to the profile: <c>/data/attributes/profile/data</c>.</param>
/// <param name="Events">The events.</param>
internal sealed record EventGroup(BodyResource Profile, string Place, IReadOnlyList<SentEvent> Events);
