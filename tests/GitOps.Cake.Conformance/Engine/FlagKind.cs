namespace GitOps.Cake.Conformance.Engine;

/// <summary>What a flag takes.</summary>
internal enum FlagKind
{
    /// <summary>Nothing, or a boolean behind an equals sign.</summary>
    Switch,

    /// <summary>A text; the last one counts.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A text each time that it is given.</summary>
    Texts,
}
