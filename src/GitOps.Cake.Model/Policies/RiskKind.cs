namespace GitOps.Cake.Policies;

/// <summary>What about a plan can lose data, or take away what others stand on.</summary>
public enum RiskKind
{
    /// <summary>A CustomResourceDefinition is removed, and with it every object of its kind.</summary>
    RemovesCustomResourceDefinition,

    /// <summary>A PersistentVolumeClaim is removed, and possibly its volume.</summary>
    RemovesPersistentVolumeClaim,

    /// <summary>A namespace is removed, and with it everything in it.</summary>
    RemovesNamespace,

    /// <summary>A StatefulSet is to be changed where the server forbids it, or is part of a reinstall: it would have to be deleted and created anew.</summary>
    ReinstallsStatefulSet,

    /// <summary>A release is uninstalled.</summary>
    UninstallsRelease,
}
