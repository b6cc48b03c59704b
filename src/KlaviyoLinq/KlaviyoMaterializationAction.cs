namespace KlaviyoLinq;

/// <summary>What becomes of a row that cannot be read, or made of what was read. See <see cref="KlaviyoOptions.OnMaterializationError"/>.</summary>
public enum KlaviyoMaterializationAction
{
    /// <summary>The failure is thrown, and the run ends. The default.</summary>
    Throw,

    /// <summary>The row is left out, logged (event 34) and counted. Checkpoints pass over it, and <c>Take</c> counts it.</summary>
    SkipRow,

    /// <summary>
    /// The unreadable values of the row are null, which is logged (event 35) and counted. A value that has no null makes the innermost object or list
    /// around it null; where there is none, the row is left out as by <see cref="SkipRow"/>.
    /// </summary>
    UseNull,
}
