package dev.haetae.deploy;

import java.util.List;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.iam.IRole;
import software.constructs.Construct;

/** What all instances have in common: an encrypted disk, no way for a container to its instance's role, no key to log in with. */
final class Instances {

    private Instances() {}

    /** What one kind has for itself. */
    record Spec(IMachineImage image, InstanceType type, ISecurityGroup group, IRole role) {}

    static LaunchTemplate template(Construct scope, Spec spec) {
        return LaunchTemplate.Builder.create(scope, "Template")
                .machineImage(spec.image())
                .instanceType(spec.type())
                .securityGroup(spec.group())
                .role(spec.role())
                .userData(UserData.forLinux())
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
                .httpPutResponseHopLimit(1)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                40,
                                EbsDeviceOptions.builder()
                                        .encrypted(true)
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .build()))
                        .build()))
                .build();
    }
}
