using Build;
using Cake.Frosting;
using GitOps.Cake;

return new CakeHost().UseGitOps<BuildContext>().Run(args);
