namespace GitOps.Cake.Testing.Binaries;

internal static class ComponentNames
{
    public const string Etcd = "etcd";
    public const string ApiServer = "kube-apiserver";
    public const string ControllerManager = "kube-controller-manager";
    public const string Scheduler = "kube-scheduler";
}
