namespace GitOps.Cake.Helmfile.Releases;

/// <summary>What a command reads of the releases that it works on.</summary>
internal enum ReleaseInputs
{
    /// <summary>Nothing: helm is only asked about them by name, so nothing that they are made of can be in the way.</summary>
    Nothing,

    /// <summary>Their values files. Single values (<c>set</c>) are helm's alone, and are not looked at.</summary>
    Files,

    /// <summary>Their charts: a chart that is not there is a mistake, values that cannot be read are none.</summary>
    Charts,

    /// <summary>All values, and their charts.</summary>
    Everything,
}
