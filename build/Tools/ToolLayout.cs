using System.Collections.Immutable;

namespace Build.Tools;

/// <summary>Where each tool stands in a folder of tools.</summary>
internal static class ToolLayout
{
    public const string Helm3 = "helm-3/helm";
    public const string Helm4 = "helm-4/helm";
    public const string Kubectl = "kubectl";
    public const string Etcd = "etcd";
    public const string ApiServer = "kube-apiserver";
    public const string ControllerManager = "kube-controller-manager";
    public const string Scheduler = "kube-scheduler";

    public static ImmutableArray<string> Clients => [Helm3, Helm4, Kubectl];

    public static ImmutableArray<string> ControlPlane => [Etcd, ApiServer, ControllerManager, Scheduler];
}
