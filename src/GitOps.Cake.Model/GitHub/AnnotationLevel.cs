namespace GitOps.Cake.GitHub;

/// <summary>How bad a remark is.</summary>
public enum AnnotationLevel
{
    /// <summary>Something to know.</summary>
    Notice,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something that has to change.</summary>
    Failure,
}
