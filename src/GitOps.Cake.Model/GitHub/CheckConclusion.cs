namespace GitOps.Cake.GitHub;

/// <summary>What came out of a check.</summary>
public enum CheckConclusion
{
    /// <summary>It went well.</summary>
    Success,

    /// <summary>It did not.</summary>
    Failure,

    /// <summary>Neither: something to know.</summary>
    Neutral,

    /// <summary>It was not made, because there was nothing to do.</summary>
    Skipped,

    /// <summary>It was cut off.</summary>
    Cancelled,

    /// <summary>Somebody has to do something.</summary>
    ActionRequired,
}
