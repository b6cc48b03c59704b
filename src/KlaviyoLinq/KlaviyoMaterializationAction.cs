namespace KlaviyoLinq;

/// <summary>Treatment of a row that cannot be read or projected. See <see cref="KlaviyoOptions.OnMaterializationError"/>.</summary>
public enum KlaviyoMaterializationAction
{
    /// <summary>Throws the failure, which ends the run. The default.</summary>
    Throw,

    /// <summary>Leaves the row out, logs it (event 34) and counts it. Checkpoints and <c>Take</c> include it.</summary>
    SkipRow,

    /// <summary>
    /// Replaces the unreadable values of the row with null, logs it (event 35) and counts it. A value that cannot be null makes the innermost object
    /// or list around it null; without one, the row is left out as with <see cref="SkipRow"/>.
    /// </summary>
    UseNull,
}
